import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, nextDeadline } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import type { RequestCommand, RequestEvent, RequestState } from '../../api/domain/request-model.ts';
import { decideSubmission } from '../../api/domain/submission.ts';
import { categoryKeys, feeGrounds, rights } from '../../schema/notice/vocabulary.ts';
import { groundKeys } from '../../schema/regimes/grounds.ts';
import { allows, isFinal, missingOf, requestLifecycle } from '../../schema/request/lifecycle.ts';
import {
	closings,
	dataPoints,
	intakeManners,
	isImmediate,
	matchers,
	outcomes,
	proofs,
	questions,
	type RequestAction,
	reopenings,
	requesters,
} from '../../schema/request/vocabulary.ts';
import { addSeconds, instant } from '../../schema/time.ts';
import { confirming, granting, refusing, requestAfter, submitting, terms, verifying } from '../support/requests.ts';

const start = '2026-05-04T09:00:00-07:00';
const later = '2026-05-06T09:00:00-07:00';

const code = (state: RequestState | null, command: RequestCommand, at = later) => {
	const decision = decide(state, command, { now: instant(at) });
	return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal.code;
};

describe('a submission', () => {
	const submission = (own: object = {}) => ({ id: 's1', rights, hasAddress: true, ...own });
	const now = instant(start);

	it('makes one request of each right, all received at once', () => {
		const decided = decideSubmission(submission(), terms(), { now });
		expect(decided.ok && decided.requests.map(({ right, events }) => [right, events.length])).toEqual(
			rights.map((right) => [right, 1]),
		);
	});

	it('is refused as a whole where the version does not offer one of the rights', () => {
		const decided = decideSubmission(submission(), terms({ rights: ['DELETE'] }), { now });
		expect(decided).toMatchObject({ ok: false, refusal: { code: 'RIGHT_NOT_OFFERED', path: ['rights'] } });
	});

	it('needs an address unless only opt-out and limitation are asked for', () => {
		expect(decideSubmission(submission({ hasAddress: false }), terms(), { now })).toMatchObject({
			refusal: { code: 'ADDRESS_NEEDED', path: ['email'] },
		});
		expect(decideSubmission(submission({ hasAddress: false, rights: ['OPT_OUT', 'LIMIT'] }), terms(), { now }).ok).toBe(
			true,
		);
	});
});

describe('a request', () => {
	it('goes from the letter to the answer', () => {
		const answered = requestAfter('DELETE', [
			[start, 'submit'],
			[later, confirming],
			['2026-05-07T09:00:00-07:00', verifying],
			['2026-05-08T09:00:00-07:00', granting],
		]);
		expect(answered).toMatchObject({
			status: 'ANSWERED',
			receivedOn: '2026-05-04',
			dueOn: '2026-06-03',
			confirmedAt: '2026-05-06T16:00:00.000Z',
			verifiedAt: '2026-05-07T16:00:00.000Z',
			answeredAt: '2026-05-08T16:00:00.000Z',
			endedAt: '2026-05-08T16:00:00.000Z',
			reason: null,
		});
	});

	it('is received on the date in California, not in Greenwich', () => {
		expect(requestAfter('DELETE', [['2027-01-01T07:59:59Z', 'submit']]).receivedOn).toBe('2026-12-31');
	});

	const waiting = requestAfter('DELETE', [[start, 'submit']]);
	const confirmed = requestAfter('DELETE', [
		[start, 'submit'],
		[later, confirming],
	]);
	const withdrawn = requestAfter('DELETE', [
		[start, 'submit'],
		[later, { type: 'withdraw' }],
	]);

	it.each([
		['granted before anybody was verified', confirmed, granting, 'NOT_VERIFIED'],
		['denied before anybody was verified', confirmed, refusing, ['requestRefused']],
		['answered before the address is confirmed', waiting, refusing, 'NOT_CONFIRMED'],
		['verified before the address is confirmed', waiting, verifying, 'NOT_CONFIRMED'],
		['confirmed twice', confirmed, confirming, 'ALREADY_CONFIRMED'],
		['withdrawn twice', withdrawn, { type: 'withdraw' }, 'ALREADY_ENDED'],
		['confirmed after it was withdrawn', withdrawn, confirming, 'ALREADY_ENDED'],
		['lapsed after it was confirmed', confirmed, { type: 'lapse' }, 'ALREADY_CONFIRMED'],
		['lapsed before its time', waiting, { type: 'lapse' }, 'NOT_DUE'],
		['made twice', waiting, submitting('DELETE'), 'CONFLICT'],
		['confirmed where there is none', null, confirming, 'UNKNOWN_REQUEST'],
	] as [string, RequestState | null, RequestCommand, unknown][])('%s', (_, state, command, expected) => {
		expect(code(state, command)).toEqual(expected);
	});

	it('that was confirmed has no deadline of the clock', () => {
		expect(nextDeadline(confirmed)).toBeNull();
		expect(nextDeadline(waiting)).toBe('2026-06-03T07:00:00.000Z');
	});

	it('is never rebuilt from a stream without a beginning', () => {
		expect(() => evolve(null, { type: 'requestConfirmed', at: instant(start) })).toThrow('first event');
	});
});

const actionOf = {
	requestConfirmed: 'CONFIRM',
	requestLimited: 'CONFIRM',
	requestAuthorised: 'AUTHORISE',
	requestVerified: 'VERIFY',
	requestTreatedAsCategories: 'TREAT_AS_CATEGORIES',
	requestAsked: 'ASK',
	requestCharged: 'CHARGE',
	requestExtended: 'EXTEND',
	requestAnswered: 'ANSWER',
	requestAnsweredInPart: 'ANSWER',
	requestRefused: 'REFUSE',
	requestDiscarded: 'CLOSE',
	requestJoined: 'CLOSE',
	requestReopened: 'REOPEN',
	requestContested: 'CONTEST',
	requestWithdrawn: 'WITHDRAW',
	requestLapsed: 'LAPSE',
} as const satisfies Record<Exclude<RequestEvent['type'], 'requestSubmitted'>, RequestAction>;

const twin = { receivedAt: instant('2026-05-01T09:00:00Z'), sameAddress: true, status: 'ANSWERED' } as const;
const subset = <T>(values: readonly T[]) => fc.subarray([...values]);
const denials = fc.array(
	fc.record({
		category: fc.option(fc.constantFrom(...categoryKeys)),
		item: fc.option(fc.integer({ min: 1, max: 3 })),
		ground: fc.constantFrom(...groundKeys),
	}),
	{ maxLength: 3 },
);

/** Any command but the first, with any of what it can be given. */
const command: fc.Arbitrary<RequestCommand> = fc.oneof(
	fc.constantFrom<RequestCommand>(
		confirming,
		{
			type: 'confirm',
			countedAccess: ['a', 'b'].map((submission) => ({ submission, receivedOn: '2026-04-30' as never })),
		},
		{ type: 'treatAsCategories' },
		{ type: 'extend', dueOn: '2026-07-03' as never, reason: 'COMPLEXITY' },
		verifying,
		granting,
		{ type: 'withdraw' },
		{ type: 'lapse' },
	),
	fc.record({
		type: fc.constant('verify' as const),
		by: fc.constantFrom(...matchers),
		points: subset(dataPoints),
		contested: subset(dataPoints),
		declaration: fc.boolean(),
		reauthenticated: fc.boolean(),
	}),
	fc.record({
		type: fc.constant('authorise' as const),
		proof: fc.constantFrom(...proofs.filter((proof) => proof !== 'IDENTITY')),
	}),
	fc.record({ type: fc.constant('ask' as const), question: fc.constantFrom(...questions) }),
	fc.record({
		type: fc.constant('charge' as const),
		fee: fc.record({ ground: fc.constantFrom(...feeGrounds), cents: fc.constant(500) }),
	}),
	fc.record({
		type: fc.constant('answer' as const),
		outcome: fc.constantFrom(...outcomes),
		ground: fc.option(fc.constantFrom(...groundKeys)),
		denials,
	}),
	fc.record({
		type: fc.constant('close' as const),
		closing: fc.constantFrom(...closings),
		other: fc.option(fc.record({ right: fc.constantFrom(...rights), ...mapped(twin) })),
	}),
	fc.record({ type: fc.constant('reopen' as const), reopening: fc.constantFrom(...reopenings) }),
	fc.record({ type: fc.constant('contest' as const), items: fc.subarray([1, 2, 3], { minLength: 1 }) }),
);

function mapped<T extends object>(values: T): { [Key in keyof T]: fc.Arbitrary<T[Key]> } {
	const entries = Object.entries(values).map(([key, value]) => [key, fc.constant(value)]);
	return Object.fromEntries(entries) as { [Key in keyof T]: fc.Arbitrary<T[Key]> }; // The same keys.
}

const first = fc.record({
	right: fc.constantFrom(...rights),
	requester: fc.constantFrom(...requesters),
	manner: fc.constantFrom(...intakeManners),
});
const steps = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 20 * 86_400 })), { maxLength: 40 });

/** What must hold after every event, whatever came before. */
const checkStep = (before: RequestState, event: RequestEvent, state: RequestState) => {
	const action = actionOf[event.type as keyof typeof actionOf];
	expect(allows(action, before)).toBe(true);
	const { to } = requestLifecycle[action];
	const reached = event.type === 'requestLimited' ? 'REFUSED' : to;
	expect(state.status).toBe(reached === 'same' ? before.status : reached);
	if (isFinal(before.status)) expect(['REOPEN', 'CONTEST']).toContain(action);
	if (event.type !== 'requestExtended') expect(state.dueOn).toBe(before.dueOn);
};

const checkState = (state: RequestState, received: RequestState) => {
	expect(received.clocks.map(({ dueOn }) => dueOn)).toContain(state.dueOn);
	expect(state.endedAt !== null).toBe(isFinal(state.status));
	expect(state.outcome === null).toBe(state.answeredAt === null);
	if (state.status === 'ANSWERED' && !isImmediate(state.right)) expect(missingOf(state)).toEqual([]);
	if (state.outcome === 'DENIED') expect(state.ground !== null || state.denials.length > 0).toBe(true);
	for (const { ground, cite } of state.denials) expect(state.rules.grounds).toContainEqual({ key: ground, cite });
	if (isImmediate(state.right)) expect(state.verifiedAt).toBeNull();
};

describe('any walk of commands', () => {
	it('takes only steps of the table, moves the due date only by an extension, and grants nothing unproven', () => {
		fc.assert(
			fc.property(first, steps, ({ right, ...arrival }, walk) => {
				let now = instant(start);
				const submitted = decide(null, { ...submitting(right), ...arrival } as RequestCommand, { now });
				if (!submitted.ok) throw new Error(submitted.refusal.code);
				const received = submitted.events.reduce<RequestState | null>(evolve, null) as RequestState; // One event at least.
				let state = received;
				const recorded = [...submitted.events];
				for (const [step, seconds] of walk) {
					now = addSeconds(now, seconds);
					const decision = decide(state, step, { now });
					for (const event of decision.ok ? decision.events : []) {
						const before = state;
						state = evolve(state, event);
						recorded.push(event);
						checkStep(before, event, state);
					}
					checkState(state, received);
				}
				const replayed = JSON.parse(JSON.stringify(recorded)).reduce(evolve, null);
				expect(replayed).toEqual(JSON.parse(JSON.stringify(state)));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('an event of a submission', () => {
	const submitted = (own: object = {}) => {
		const decision = decide(null, { ...submitting('DELETE'), ...own } as RequestCommand, { now: instant(start) });
		if (!decision.ok || decision.events[0]?.type !== 'requestSubmitted') throw new Error('expected a submission');
		return decision.events[0];
	};

	it('keeps who asked, in what manner, under which law, and every time limit as it stood', () => {
		expect(submitted({ requester: 'AGENT', manner: 'POST' })).toMatchObject({
			requester: 'AGENT',
			manner: 'POST',
			regime: 'california',
			clocks: [
				{ duty: 'confirm', dueOn: '2026-05-15' },
				{ duty: 'respond', dueOn: '2026-06-03' },
				{ duty: 'extend', dueOn: '2026-07-03' },
				{ duty: 'extend', dueOn: '2026-08-02' },
			],
		});
	});

	it('that was recorded before these were kept is one of the person, by the form', () => {
		const { requester, manner, regime, clocks, ...old } = submitted();
		expect(evolve(null, old)).toMatchObject({ requester: 'SELF', manner: 'FORM', regime: 'california', clocks: [] });
	});
});
