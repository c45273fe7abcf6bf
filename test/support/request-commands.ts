import fc from 'fast-check';
import type { RequestCommand, RequestState } from '../../api/domain/request-model.ts';
import { categoryKeys, feeGrounds, rights } from '../../schema/notice/vocabulary.ts';
import { groundKeys, isWhole } from '../../schema/regimes/grounds.ts';
import {
	closings,
	dataPoints,
	matchers,
	outcomes,
	proofs,
	questions,
	reopenings,
} from '../../schema/request/vocabulary.ts';
import { addSeconds, type Instant, instant, type PlainDate } from '../../schema/time.ts';
import { confirming, verifying } from './requests.ts';

type Command<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

const date = (text: string) => text as PlainDate; // Written as a date.

const denials = fc.array(
	fc.record({
		category: fc.option(fc.constantFrom(...categoryKeys)),
		item: fc.option(fc.integer({ min: 1, max: 3 })),
		ground: fc.constantFrom(...groundKeys),
	}),
	{ minLength: 1, maxLength: 3 },
);

const answers = fc.record({
	type: fc.constant('answer' as const),
	outcome: fc.constantFrom(...outcomes),
	ground: fc.option(fc.constantFrom(...groundKeys)),
	denials,
});

const verifications = fc.record({
	type: fc.constant('verify' as const),
	by: fc.constantFrom(...matchers),
	points: fc.subarray([...dataPoints]),
	contested: fc.subarray([...dataPoints]),
	declaration: fc.boolean(),
	reauthenticated: fc.boolean(),
});

const closingCommands = fc.record({
	type: fc.constant('close' as const),
	closing: fc.constantFrom(...closings),
	other: fc.option(
		fc.record({
			right: fc.constantFrom(...rights),
			receivedAt: fc.constant(instant('2024-01-01T00:00:00Z')),
			sameAddress: fc.boolean(),
			status: fc.constantFrom('IN_PROGRESS' as const, 'ANSWERED' as const, 'WITHDRAWN' as const),
		}),
	),
});

const authorisations = fc.record({
	type: fc.constant('authorise' as const),
	proof: fc.constantFrom(...proofs.filter((proof) => proof !== 'IDENTITY')),
});

const limited: Command<'confirm'> = {
	type: 'confirm',
	countedAccess: ['a', 'b'].map((submission) => ({ submission, receivedOn: date('2029-12-01') })),
};

/** Any command but the first, with any of what it can be given; what leads on comes more often than what ends a request. */
export const anyCommand: fc.Arbitrary<RequestCommand> = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom<RequestCommand>(confirming, confirming, confirming, limited) },
	{ weight: 3, arbitrary: fc.constant(verifying) },
	{ weight: 3, arbitrary: verifications },
	{ weight: 3, arbitrary: authorisations },
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('askConsumer' as const), isReachable: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('answerAboutAgent' as const), authorised: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.constant<RequestCommand>({ type: 'treatAsCategories' }) },
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('ask' as const), question: fc.constantFrom(...questions) }) },
	{
		weight: 1,
		arbitrary: fc.record({
			type: fc.constant('charge' as const),
			fee: fc.record({ ground: fc.constantFrom(...feeGrounds), cents: fc.constant(500) }),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			type: fc.constant('extend' as const),
			dueOn: fc.constant(date('2026-01-01')),
			reason: fc.constant('COMPLEXITY' as const),
		}),
	},
	{ weight: 5, arbitrary: answers },
	{
		weight: 2,
		arbitrary: fc.constantFrom<RequestCommand>(
			{ type: 'write', messageId: 'one' },
			{ type: 'reply', messageId: 'two', files: [] },
		),
	},
	{
		weight: 4,
		arbitrary: fc.record({ type: fc.constant('reopen' as const), reopening: fc.constantFrom(...reopenings) }),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			type: fc.constant('contest' as const),
			items: fc.constantFrom([1], [1], [2], [1, 2]),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.oneof(closingCommands, fc.constantFrom<RequestCommand>({ type: 'withdraw' }, { type: 'lapse' })),
	},
);

const answerTo = ({ right, rules }: RequestState, answer: Command<'answer'>): Command<'answer'> => {
	const keys = rules.grounds.map(({ key }) => key);
	const [whole, part] = [keys.find(isWhole) ?? null, keys.find((key) => !isWhole(key))];
	const isWholeAnswer = answer.outcome === 'DENIED' && (!part || answer.ground !== null);
	const denied = answer.denials.map(({ category }, index) =>
		right === 'CORRECT'
			? { category: null, item: index + 1, ground: part ?? 'EXEMPT' }
			: { category: category ?? 'identifiers', item: null, ground: part ?? 'EXEMPT' },
	);
	return {
		...answer,
		ground: isWholeAnswer ? whole : null,
		denials: isWholeAnswer || answer.outcome === 'GRANTED' ? [] : denied,
	};
};

/** A command as one gives it who knows the request: with its dates, grounds and parts. */
export const aimedAt = (state: RequestState, command: RequestCommand): RequestCommand => {
	if (command.type === 'answer') return answerTo(state, command);
	const later = state.clocks.findLast(({ duty }) => duty === 'extend');
	return command.type === 'extend' && later ? { ...command, dueOn: later.dueOn } : command;
};

/** Receipts in the hours in which clocks, days, months and years change, and at any other time of six years. */
export const receipts: fc.Arbitrary<Instant> = fc
	.tuple(
		fc.oneof(
			fc.constantFrom(
				'2026-11-01T09:00:00Z', // Clocks go back in California,
				'2027-03-14T10:00:00Z', // and forward;
				'2026-10-25T01:00:00Z', // back in Berlin,
				'2027-03-28T01:00:00Z', // and forward.
				'2026-12-31T23:00:00Z',
				'2027-01-01T08:00:00Z',
				'2028-02-29T08:00:00Z',
				'2028-03-01T08:00:00Z',
			),
			fc
				.integer({ min: 0, max: 6 * 365 })
				.map((day) => addSeconds(instant('2024-01-01T00:00:00Z'), day * 86_400) as string),
		),
		fc.integer({ min: -3600, max: 3600 }),
	)
	.map(([at, seconds]) => addSeconds(instant(at), seconds));
