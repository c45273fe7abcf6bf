import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, evolve, nextDeadline } from '../../api/domain/request.ts';
import type { RequestCommand, RequestEvent, RequestState } from '../../api/domain/request-model.ts';
import { subjectOf } from '../../api/domain/request-subject.ts';
import { decideSubmission } from '../../api/domain/submission.ts';
import { rights } from '../../schema/notice/vocabulary.ts';
import { allows, isFinal, requestLifecycle } from '../../schema/request/lifecycle.ts';
import type { RequestAction } from '../../schema/request/vocabulary.ts';
import { addSeconds, instant } from '../../schema/time.ts';
import { confirming, requestAfter, submitting, terms } from '../support/requests.ts';

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
			['2026-05-07T09:00:00-07:00', { type: 'verify' }],
			['2026-05-08T09:00:00-07:00', { type: 'answer', outcome: 'GRANTED' }],
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
		['granted before anybody was verified', confirmed, { type: 'answer', outcome: 'GRANTED' }, 'NOT_VERIFIED'],
		['denied before anybody was verified', confirmed, { type: 'answer', outcome: 'DENIED' }, ['requestRefused']],
		['answered before the address is confirmed', waiting, { type: 'answer', outcome: 'DENIED' }, 'NOT_CONFIRMED'],
		['verified before the address is confirmed', waiting, { type: 'verify' }, 'NOT_CONFIRMED'],
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
	requestVerified: 'VERIFY',
	requestExtended: 'EXTEND',
	requestAnswered: 'ANSWER',
	requestRefused: 'REFUSE',
	requestWithdrawn: 'WITHDRAW',
	requestLapsed: 'LAPSE',
} as const satisfies Record<Exclude<RequestEvent['type'], 'requestSubmitted'>, RequestAction>;

const command: fc.Arbitrary<RequestCommand> = fc.constantFrom<RequestCommand>(
	confirming,
	{
		type: 'confirm',
		countedAccess: ['a', 'b'].map((submission) => ({ submission, receivedOn: '2026-04-30' as never })),
	},
	{ type: 'verify' },
	{ type: 'extend', dueOn: '2026-07-03' as never, reason: 'COMPLEXITY' },
	{ type: 'answer', outcome: 'GRANTED' },
	{ type: 'answer', outcome: 'DENIED' },
	{ type: 'withdraw' },
	{ type: 'lapse' },
);

describe('any walk of commands', () => {
	it('takes only steps of the table, moves the due date only by an extension, and stays where it ended', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...rights),
				fc.array(fc.tuple(command, fc.integer({ min: 0, max: 20 * 86_400 })), { maxLength: 12 }),
				(right, steps) => {
					const first = requestAfter(right, [[start, 'submit']]);
					let state = first;
					let now = instant(start);
					for (const [step, seconds] of steps) {
						now = addSeconds(now, seconds);
						const decision = decide(state, step, { now });
						for (const event of decision.ok ? decision.events : []) {
							const action = actionOf[event.type as keyof typeof actionOf];
							expect(isFinal(state.status)).toBe(false);
							expect(allows(action, subjectOf(state))).toBe(true);
							const before = state;
							state = evolve(state, event);
							const { to } = requestLifecycle[action];
							const limited = event.type === 'requestLimited' ? 'REFUSED' : to;
							expect(state.status).toBe(limited === 'same' ? before.status : limited);
						}
						expect(first.clocks.map(({ dueOn }) => dueOn)).toContain(state.dueOn);
						if (state.extendedOn === null) expect(state.dueOn).toBe(first.dueOn);
						expect(state.endedAt !== null).toBe(isFinal(state.status));
					}
				},
			),
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
