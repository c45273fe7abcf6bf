import { describe, expect, it } from 'vitest';
import { decide } from '../../api/domain/request.ts';
import { actionForms } from '../../api/domain/request-forms.ts';
import type { RequestCommand, RequestState } from '../../api/domain/request-model.ts';
import { rights } from '../../schema/notice/vocabulary.ts';
import type { ActionField, ActionForm } from '../../schema/request/action-form.ts';
import { availableActions } from '../../schema/request/lifecycle.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import { instant } from '../../schema/time.ts';
import { confirming, granting, refusing, requestAfter, submitting, verifying } from '../support/requests.ts';

const day = '2026-03-02T18:00:00Z';
const now = instant('2026-03-03T18:00:00Z');
const categories = ['identifiers', 'commercial'] as const;

type Entered = Record<string, unknown>;

/** Every way of filling a form in: one for each option of each field, the others at their first. */
const filled = ({ fields }: ActionForm): Entered[] => {
	const entered = ({ kind, options, parts, least, name }: ActionField, option: string | undefined): unknown => {
		if (kind === 'CHOICES') return options.slice(0, least).map(({ value }) => value);
		if (kind === 'NUMBERS') return [Number(option)];
		if (kind === 'PARTS') return parts.map((part) => ({ part, ground: option }));
		if (kind === 'CENTS') return 500;
		if (kind === 'YES') return name !== 'reauthenticated';
		return option ?? 'words';
	};
	const first = fields.map((field) => [field.name, entered(field, field.options[0]?.value)]);
	return fields.flatMap((field) =>
		(field.options.length > 0 ? field.options : [{ value: undefined }]).map(({ value }) => ({
			...Object.fromEntries(first),
			[field.name]: entered(field, value),
		})),
	);
};

const denialsOf = (state: RequestState, entered: Entered) =>
	((entered.denials ?? []) as { part: string; ground: string }[]).map(({ part, ground }) => ({
		category: state.right === 'CORRECT' ? null : part,
		item: state.right === 'CORRECT' ? Number(part) : null,
		ground,
	}));

/** The command that a filled form stands for. */
const commandOf = (state: RequestState, { action }: ActionForm, it: Entered): RequestCommand => {
	const twin = { right: state.right, status: 'IN_PROGRESS', receivedAt: state.receivedAt, sameAddress: true };
	const commands: Record<string, unknown> = {
		AUTHORISE: { type: 'authorise', proof: it.proof },
		ASK_CONSUMER: { type: 'askConsumer', isReachable: true },
		VERIFY: { type: 'verify', by: 'HANDLER', ...it, contested: [] },
		TREAT_AS_CATEGORIES: { type: 'treatAsCategories' },
		ASK: { type: 'ask', question: it.question },
		WRITE: { type: 'write', messageId: 'm1' },
		CHARGE: { type: 'charge', fee: { ground: it.ground, cents: it.cents } },
		EXTEND: { type: 'extend', dueOn: it.dueOn, reason: it.reason },
		ANSWER: {
			type: 'answer',
			outcome: it.outcome,
			ground: null,
			denials: it.outcome === 'PARTLY' ? denialsOf(state, it) : [],
		},
		REFUSE: { type: 'answer', outcome: 'DENIED', ground: it.ground, denials: [] },
		CLOSE: { type: 'close', closing: it.reason, other: twin },
		REOPEN: { type: 'reopen', reopening: it.reason },
		CONTEST: { type: 'contest', items: it.items },
	};
	return commands[action] as RequestCommand;
};

const confirmed = (right: RequestState['right']): [string, RequestCommand | 'submit'][] =>
	isImmediate(right)
		? [[day, 'submit']]
		: [
				[day, 'submit'],
				[day, confirming],
			];
const verified = (right: RequestState['right']): [string, RequestCommand | 'submit'][] =>
	isImmediate(right) ? confirmed(right) : [...confirmed(right), [day, verifying]];

const states: [string, RequestState][] = rights.flatMap((right): [string, RequestState][] => [
	[`${right}, received`, requestAfter(right, [[day, 'submit']])],
	[`${right}, confirmed`, requestAfter(right, confirmed(right))],
	[`${right}, verified`, requestAfter(right, verified(right))],
	[`${right}, granted`, requestAfter(right, [...verified(right), [day, granting]])],
	[`${right}, refused`, requestAfter(right, [...verified(right), [day, refusing]])],
]);

describe('actionForms', () => {
	it.each(states)('offers nothing that would be refused: %s', (_, state) => {
		for (const form of actionForms({ state, categories, now })) {
			for (const given of filled(form)) {
				const decision = decide(state, commandOf(state, form, given), { now });
				expect(decision, `${form.action} ${JSON.stringify(given)}`).toMatchObject({ ok: true });
			}
		}
	});

	it.each(states)('offers only what the table of the lifecycle allows: %s', (_, state) => {
		const offered = actionForms({ state, categories, now }).map(({ action }) => action);
		const allowed = availableActions(state, 'staff');
		expect(allowed).toEqual(expect.arrayContaining(offered));
		// Without a fee in the notice, and after the only date that could be put off, there is nothing to choose.
		expect(
			allowed
				.filter((action) => !offered.some((it) => it === action))
				.every((it) => ['CHARGE', 'CONTEST', 'EXTEND'].includes(it)),
		).toBe(true);
	});

	it('leaves out putting off an answer that is late', () => {
		const state = requestAfter('DELETE', verified('DELETE'));
		const actionsAt = (at: string) => actionForms({ state, categories, now: instant(at) }).map(({ action }) => action);
		expect(actionsAt(day)).toContain('EXTEND');
		expect(actionsAt('2026-12-01T00:00:00Z')).not.toContain('EXTEND');
	});

	it('asks for as many points as the level kept at receipt, unless the person signed in again', () => {
		const [form] = actionForms({
			state: requestAfter('KNOW_SPECIFIC', confirmed('KNOW_SPECIFIC')),
			categories,
			now,
		}).filter(({ action }) => action === 'VERIFY');
		expect(form?.fields.find(({ name }) => name === 'points')).toMatchObject({
			least: 3,
			when: { field: 'reauthenticated', value: '' },
		});
	});

	it('names every correction, at least one to grant in part and all to refuse', () => {
		const submitted = { ...submitting('CORRECT'), itemCount: 3 } as RequestCommand;
		const steps = verified('CORRECT').slice(1);
		const state = requestAfter('CORRECT', [[day, submitted], ...steps]);
		const fieldsOf = (action: string) =>
			actionForms({ state, categories, now }).find((it) => it.action === action)?.fields;
		const denialsIn = (action: string) => fieldsOf(action)?.find(({ name }) => name === 'denials');
		expect(denialsIn('ANSWER')).toMatchObject({ parts: ['1', '2', '3'], least: 1 });
		expect(denialsIn('REFUSE')).toMatchObject({ parts: ['1', '2', '3'], least: 3 });
	});
});
