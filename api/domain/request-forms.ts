import type { CategoryKey } from '../../schema/notice/vocabulary.ts';
import type { KeptGround } from '../../schema/regimes/grounds.ts';
import type { ActionField, ActionForm, FieldOption } from '../../schema/request/action-form.ts';
import type { Denial } from '../../schema/request/decision.ts';
import { availableActions } from '../../schema/request/lifecycle.ts';
import {
	closings,
	dataPoints,
	extensionReasons,
	proofs,
	questions,
	type RequestAction,
	reopenings,
} from '../../schema/request/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { decide } from './request.ts';
import type { RequestCommand, RequestState } from './request-model.ts';

/** What forms are made from: a request, the categories of data that it can be about, and the instant. */
interface Subject {
	state: RequestState;
	categories: readonly CategoryKey[];
	now: Instant;
}

const field = (given: Pick<ActionField, 'name' | 'kind'> & Partial<ActionField>): ActionField => ({
	isRequired: true,
	least: 1,
	options: [],
	parts: [],
	when: null,
	...given,
});

const message = field({ name: 'message', kind: 'WORDS' });

const plain = (values: readonly string[]): FieldOption[] => values.map((value) => ({ value, cite: null }));
const cited = (grounds: readonly KeptGround[]): FieldOption[] => grounds.map(({ key, cite }) => ({ value: key, cite }));

/** Whether a command would be accepted: what can be chosen is found by asking, so that no rule is written down twice. */
const works = ({ state, now }: Subject, command: RequestCommand) => decide(state, command, { now }).ok;

const partsOf = ({ state, categories }: Subject): readonly string[] =>
	state.right === 'CORRECT'
		? Array.from({ length: state.itemCount ?? 1 }, (_, index) => String(index + 1))
		: categories;

const denialsField = (subject: Subject, outcome: 'PARTLY' | 'DENIED', given: Partial<ActionField>): ActionField => {
	const { state, categories } = subject;
	const [category = null] = categories;
	// All corrections refused is a refusal, some of them a part.
	const items = partsOf(subject).slice(0, outcome === 'DENIED' ? undefined : 1);
	const parts =
		state.right === 'CORRECT'
			? items.map((item) => ({ category: null, item: Number(item) }))
			: [{ category, item: null }];
	const onGround = (ground: Denial['ground']): RequestCommand => ({
		type: 'answer',
		outcome,
		ground: null,
		denials: parts.map((part) => ({ ...part, ground })),
	});
	const grounds = state.rules.grounds.filter(({ key }) => works(subject, onGround(key)));
	return field({
		name: 'denials',
		kind: 'PARTS',
		options: cited(grounds),
		parts: partsOf(subject),
		least: items.length,
		...given,
	});
};

const answerFields = (subject: Subject): ActionField[] => {
	const denials = denialsField(subject, 'PARTLY', { when: { field: 'outcome', value: 'PARTLY' } });
	const outcomes = denials.options.length > 0 ? ['GRANTED', 'PARTLY'] : ['GRANTED'];
	return [
		field({ name: 'outcome', kind: 'CHOICE', options: plain(outcomes) }),
		...(denials.options.length > 0 ? [denials] : []),
		message,
	];
};

const refusalFields = (subject: Subject): ActionField[] => {
	const grounds = subject.state.rules.grounds.filter(({ key: ground }) =>
		works(subject, { type: 'answer', outcome: 'DENIED', ground, denials: [] }),
	);
	const denials = denialsField(subject, 'DENIED', { when: { field: 'ground', value: '' } });
	const byPart = denials.options.length > 0;
	return [
		field({ name: 'outcome', kind: 'CHOICE', options: plain(['DENIED']) }),
		field({ name: 'ground', kind: 'CHOICE', isRequired: !byPart, options: cited(grounds) }),
		...(byPart ? [denials] : []),
		message,
	];
};

const verificationFields = ({ state: { rules } }: Subject): ActionField[] => {
	const when = { field: 'reauthenticated', value: '' };
	const { points = 0, declaration = false } = rules.verification ?? {};
	return [
		field({ name: 'reauthenticated', kind: 'YES', isRequired: false }),
		field({ name: 'points', kind: 'CHOICES', least: points, options: plain(dataPoints), when }),
		...(declaration ? [field({ name: 'declaration', kind: 'YES', when })] : []),
		field({ name: 'contested', kind: 'CHOICES', isRequired: false, options: plain(dataPoints) }),
	];
};

const extensionFields = (subject: Subject): ActionField[] => {
	const dates = subject.state.clocks.filter(({ dueOn }) =>
		works(subject, { type: 'extend', dueOn, reason: 'COMPLEXITY' }),
	);
	return [
		field({ name: 'dueOn', kind: 'DATE', options: dates.map(({ dueOn, cite }) => ({ value: dueOn, cite })) }),
		field({ name: 'reason', kind: 'CHOICE', options: plain(extensionReasons) }),
		message,
	];
};

const authorisationFields = (subject: Subject): ActionField[] => {
	const useful = proofs.filter((proof) => proof !== 'IDENTITY' && works(subject, { type: 'authorise', proof }));
	return [field({ name: 'proof', kind: 'CHOICE', options: plain(useful) })];
};

const questionFields = (subject: Subject): ActionField[] => {
	const useful = questions.filter((question) => works(subject, { type: 'ask', question }));
	return [field({ name: 'question', kind: 'CHOICE', options: plain(useful) }), message];
};

const feeFields = (subject: Subject): ActionField[] => {
	const { feeGrounds } = subject.state.rules;
	const useful = feeGrounds.filter((ground) => works(subject, { type: 'charge', fee: { ground, cents: 1 } }));
	return [
		field({ name: 'ground', kind: 'CHOICE', options: plain(useful) }),
		field({ name: 'cents', kind: 'CENTS' }),
		message,
	];
};

const contestFields = (subject: Subject): ActionField[] => {
	const items = subject.state.denials.flatMap(({ item }) => (item === null ? [] : [item]));
	const open = items.filter((item) => works(subject, { type: 'contest', items: [item] }));
	return [
		field({ name: 'items', kind: 'NUMBERS', options: plain(open.map(String)) }),
		field({ name: 'statement', kind: 'WORDS', isRequired: false }),
	];
};

/** The mutation of each action, and what it takes; nothing here is chosen by anybody but staff. */
const forms = {
	AUTHORISE: ['authoriseRightsRequest', authorisationFields],
	// Left empty, the address that came with the request is used.
	ASK_CONSUMER: ['askConsumer', () => [field({ name: 'email', kind: 'EMAIL', isRequired: false })]],
	VERIFY: ['verifyRightsRequest', verificationFields],
	TREAT_AS_CATEGORIES: ['treatRightsRequestAsCategories', () => [message]],
	ASK: ['askAboutRightsRequest', questionFields],
	WRITE: ['writeAboutRightsRequest', () => [message]],
	CHARGE: ['chargeForRightsRequest', feeFields],
	EXTEND: ['extendRightsRequest', extensionFields],
	ANSWER: ['answerRightsRequest', answerFields],
	REFUSE: ['answerRightsRequest', refusalFields],
	CLOSE: [
		'closeRightsRequest',
		() => [
			field({ name: 'reason', kind: 'CHOICE', options: plain(closings) }),
			field({ name: 'duplicateOf', kind: 'REQUEST', when: { field: 'reason', value: 'DUPLICATE' } }),
		],
	],
	REOPEN: [
		'reopenRightsRequest',
		() => [field({ name: 'reason', kind: 'CHOICE', options: plain(reopenings) }), message],
	],
	CONTEST: ['contestAccuracy', contestFields],
} as const satisfies Partial<Record<RequestAction, readonly [string, (subject: Subject) => ActionField[]]>>;

export type StaffForm = ActionForm & { action: keyof typeof forms };

const isOfStaff = (action: RequestAction): action is StaffForm['action'] => action in forms;

const hasOptions = ({ kind, isRequired, options }: ActionField) =>
	!isRequired || options.length > 0 || ['WORDS', 'CENTS', 'YES', 'REQUEST'].includes(kind);

/** What staff can do to a request now and what each action takes; an action for which nothing could be chosen is left out. */
export const actionForms = (subject: Subject): StaffForm[] =>
	availableActions(subject.state, 'staff')
		.filter(isOfStaff)
		.map((action) => ({ action, mutation: forms[action][0], fields: forms[action][1](subject) }))
		.filter(({ fields }) => fields.every(hasOptions));
