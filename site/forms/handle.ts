import type { Client } from 'urql';
import { fieldWords } from '../../schema/field-words.ts';
import { fieldIssueIn, refusalIn } from '../../schema/words.ts';
import type { OptOutState, Referral } from '../api/answers.ts';
import { ask, type Outcome } from '../api/ask.ts';
import * as operations from '../api/operations.ts';
import type { ChoicesStep } from '../choices.ts';
import { sitePath } from '../spoken.ts';
import { formTexts } from '../text/form-texts.ts';
import type { Flashes } from './flash.ts';
import { issuesOf } from './issues.ts';
import { choicesInput, localeIn, objectionInput, optInInput, rightsInput, sent, subscribeInput } from './read.ts';
import { returnTo } from './return-to.ts';
import { first, given, type Issue, type Values, withOneMore } from './values.ts';

type Done = {
	[Folder in keyof Flashes]: { kind: 'done'; to: string; folder: Folder; flash: Flashes[Folder] };
}[keyof Flashes];

/** What to do after a form was sent: go to a page, or show one. What is done is told in the language of the form. */
export type Handled =
	| Done
	| { kind: 'go'; to: string }
	| { kind: 'referral'; referral: Referral }
	| { kind: 'state'; state: OptOutState }
	/** The same form with fields for more. */
	| { kind: 'more'; values: Values }
	| { kind: 'again'; issues: Issue[] };

type Handle = (values: Values, client: Client) => Promise<Handled>;

/** What every operation is told beside its input. */
const spoken = (values: Values) => ({ locale: localeIn(values) });
const token = (values: Values) => ({ input: { token: first(values, 'token') }, ...spoken(values) });
const code = (values: Values) => first(values, 'code').trim();

const afterAnswer = <Answer>(values: Values, outcome: Outcome<Answer>, then: (answer: Answer) => Handled): Handled =>
	outcome.kind === 'answer'
		? then(outcome.answer)
		: { kind: 'again', issues: issuesOf(outcome, formTexts(localeIn(values)).forms.fields) };

const unknownCode = (values: Values): Handled => {
	const locale = localeIn(values);
	const message = code(values) ? refusalIn('UNKNOWN_CODE', locale) : fieldIssueIn(fieldWords.codeMalformed, locale);
	return { kind: 'again', issues: [{ path: 'code', message }] };
};

const choices = (values: Values, step: ChoicesStep): Handled => ({
	kind: 'go',
	to: sitePath(localeIn(values), `/choices/${step && `${step}/`}`),
});

/** Every form's target under `/forms/`. */
export const handlers: Record<string, Handle> = {
	request: async (values, client) => {
		if (first(values, 'more')) return { kind: 'more', values: withOneMore(values) };
		const outcome = await ask(client, operations.submitRightsRequest, sent(values, rightsInput));
		return afterAnswer(values, outcome, (answer) =>
			answer.__typename === 'Referral'
				? { kind: 'referral', referral: answer }
				: { kind: 'done', to: '/requests/receipt/', folder: '/requests/', flash: { code: answer.code, done: 'sent' } },
		);
	},
	'request-status': async (values, client) => {
		const outcome = await ask(client, operations.requestStatus, { code: code(values), ...spoken(values) });
		return afterAnswer(values, outcome, (answer) =>
			answer
				? { kind: 'done', to: '/requests/status/', folder: '/requests/', flash: { code: code(values) } }
				: unknownCode(values),
		);
	},
	'withdraw-request': async (values, client) => {
		const right = first(values, 'right');
		const input = { code: code(values), ...(right && { right }) };
		const outcome = await ask(client, operations.withdrawRightsRequest, { input, ...spoken(values) });
		return afterAnswer(values, outcome, () => ({
			kind: 'done',
			to: '/requests/status/',
			folder: '/requests/',
			flash: { code: input.code, done: 'withdrawn' },
		}));
	},
	'messages-link': async (values, client) => {
		const input = { code: code(values), right: first(values, 'right') };
		const outcome = await ask(client, operations.askForMessages, { input, ...spoken(values) });
		return afterAnswer(values, outcome, () => ({
			kind: 'done',
			to: '/requests/status/',
			folder: '/requests/',
			flash: { code: input.code, done: 'linked' },
		}));
	},
	lost: async (values, client) => {
		const outcome = await ask(client, operations.resendCodes, {
			input: { email: first(values, 'email').trim() },
			...spoken(values),
		});
		return afterAnswer(values, outcome, () => ({ kind: 'go', to: sitePath(localeIn(values), '/requests/lost/sent/') }));
	},
	'confirm-request': async (values, client) =>
		afterAnswer(values, await ask(client, operations.confirmRightsRequest, token(values)), (confirmed) => ({
			kind: 'done',
			to: '/requests/confirmed/',
			folder: '/requests/',
			flash: { confirmed },
		})),
	'answer-about-agent': async (values, client) => {
		const said = first(values, 'authorised');
		// No answer is not a no.
		if (said !== 'yes' && said !== 'no')
			return {
				kind: 'again',
				issues: [{ path: '', message: fieldIssueIn(fieldWords.choiceUnknown, localeIn(values)) }],
			};
		const input = { token: first(values, 'token'), authorised: said === 'yes' };
		const outcome = await ask(client, operations.answerAboutAgent, { input, ...spoken(values) });
		return afterAnswer(values, outcome, ({ authorised }) => ({
			kind: 'done',
			to: '/requests/agent-answered/',
			folder: '/requests/',
			flash: { agentMayAct: authorised },
		}));
	},
	object: async (values, client) =>
		afterAnswer(values, await ask(client, operations.submitObjection, sent(values, objectionInput)), (answer) => ({
			kind: 'done',
			to: '/objections/receipt/',
			folder: '/objections/',
			flash: { code: answer.code, done: 'sent' },
		})),
	'objection-status': async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.objectionStatus, { code: code(values), ...spoken(values) }),
			(answer) =>
				answer
					? { kind: 'done', to: '/objections/status/', folder: '/objections/', flash: { code: code(values) } }
					: unknownCode(values),
		),
	'withdraw-objection': async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.withdrawObjection, { input: { code: code(values) }, ...spoken(values) }),
			() => ({
				kind: 'done',
				to: '/objections/status/',
				folder: '/objections/',
				flash: { code: code(values), done: 'withdrawn' },
			}),
		),
	'confirm-objection': async (values, client) =>
		afterAnswer(values, await ask(client, operations.confirmObjection, token(values)), (confirmed) => ({
			kind: 'done',
			to: '/objections/confirmed/',
			folder: '/objections/',
			flash: { confirmed },
		})),
	choices: async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.setChoices, { input: choicesInput(values), ...spoken(values) }),
			() => choices(values, 'saved'),
		),
	'ask-to-opt-in': async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.askToOptIn, { input: optInInput(values), ...spoken(values) }),
			() => choices(values, 'again'),
		),
	'confirm-opt-in': async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.confirmOptIn, { input: optInInput(values), ...spoken(values) }),
			() => choices(values, 'saved'),
		),
	signal: async (values, client) =>
		afterAnswer(
			values,
			await ask(client, operations.recordSignal, { input: { signal: true }, ...spoken(values) }),
			(state) => ({
				kind: 'state',
				state,
			}),
		),
	'request-sign-in': async (values, client) => {
		const input = { email: first(values, 'email').trim(), ...given(values, 'locale') };
		const outcome = await ask(client, operations.requestSignIn, { input, locale: 'en' });
		const back = returnTo(first(values, 'returnTo'));
		return afterAnswer(values, outcome, () =>
			back
				? { kind: 'done', to: '/auth/sent/', folder: '/auth/', flash: { returnTo: back } }
				: { kind: 'go', to: '/auth/sent/' },
		);
	},
	'sign-in': async (values, client) =>
		afterAnswer(values, await ask(client, operations.signIn, token(values)), () => ({
			kind: 'go',
			to: returnTo(first(values, 'returnTo')) ?? '/auth/',
		})),
	'sign-out': async (values, client) =>
		afterAnswer(values, await ask(client, operations.signOut, spoken(values)), () => ({
			kind: 'go',
			to: '/auth/out/',
		})),
	subscribe: async (values, client) =>
		afterAnswer(values, await ask(client, operations.subscribe, sent(values, subscribeInput)), ({ confirmBy }) => ({
			kind: 'done',
			to: '/subscribe/sent/',
			folder: '/subscribe/',
			flash: { confirmBy },
		})),
	'confirm-subscription': async (values, client) =>
		afterAnswer(values, await ask(client, operations.confirmSubscription, token(values)), ({ notices }) => ({
			kind: 'done',
			to: '/subscribe/confirmed/',
			folder: '/subscribe/',
			flash: { confirmed: notices.map((it) => it.title) },
		})),
	unsubscribe: async (values, client) =>
		afterAnswer(values, await ask(client, operations.unsubscribe, token(values)), () => ({
			kind: 'done',
			to: '/subscribe/ended/',
			folder: '/subscribe/',
			flash: { ended: true },
		})),
};
