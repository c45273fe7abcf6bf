import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, nextDeadline } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import type { RequestCommand, RequestState } from '../../api/domain/request-model.ts';
import { decideSubmission } from '../../api/domain/submission.ts';
import { feeGrounds, rights } from '../../schema/notice/vocabulary.ts';
import { intakeManners, requesters } from '../../schema/request/vocabulary.ts';
import { addSeconds, dateIn, type Instant, instant } from '../../schema/time.ts';
import { aimedAt, anyCommand, receipts } from '../support/request-commands.ts';
import { checkState, checkStep } from '../support/request-walk.ts';
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

describe('a request to know', () => {
	const sinceOn = (command: RequestCommand) => {
		const decision = decide(null, command, { now: instant(start) });
		return decision.ok ? decision.events.reduce<RequestState | null>(evolve, null)?.sinceOn : decision.refusal;
	};
	const knowing = (own: object, terms = submitting('KNOW_SPECIFIC')) => sinceOn({ ...terms, ...own } as RequestCommand);

	it('asks as far back as its law lets it, unless it says otherwise', () => {
		expect(knowing({})).toBe('2022-01-01');
		expect(knowing({ period: 'ALL' })).toBe('2022-01-01');
		expect(knowing({ period: 'TWELVE_MONTHS' })).toBe('2025-05-04');
		expect(knowing({ period: 'SINCE', sinceOn: '2024-02-29' })).toBe('2024-02-29');
		expect(knowing({ period: 'SINCE', sinceOn: '2026-05-04' })).toBe('2026-05-04');
	});

	it('names no day where its law names none, and the person neither', () => {
		const european = submitting('KNOW_CATEGORIES', { regime: 'gdpr' });
		expect(knowing({}, european)).toBeNull();
		expect(knowing({ period: 'TWELVE_MONTHS' }, european)).toBe('2025-05-04');
		expect(sinceOn(submitting('DELETE'))).toBeNull();
	});

	it('asks for nothing that is still to come', () => {
		const refusal = { code: 'SINCE_LATER', path: ['sinceOn'] };
		expect(knowing({ period: 'SINCE', sinceOn: '2026-05-05' })).toMatchObject(refusal);
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

const arrivals = fc.record({
	at: receipts,
	right: fc.constantFrom(...rights),
	requester: fc.constantFrom(...requesters),
	manner: fc.constantFrom('FORM', 'FORM', 'FORM', 'FORM', ...intakeManners),
	own: fc.record({
		regime: fc.constantFrom('california', 'gdpr'),
		respondWithinDays: fc.constantFrom(10, 30, 45, 60),
		feeOnlyWhen: fc.subarray([...feeGrounds]),
	}),
});

/** How much later each command comes: some seconds, or at the instant of the next deadline or beside it. */
const pauses = fc.oneof(
	{ weight: 8, arbitrary: fc.integer({ min: 0, max: 5 * 86_400 }) },
	{ weight: 1, arbitrary: fc.constantFrom('before the deadline', 'at the deadline') },
);
const steps = fc.array(fc.tuple(anyCommand, fc.boolean(), pauses), {
	maxLength: process.env.DEEP ? 60 : 40,
	size: 'max',
});

const instantAfter = (state: RequestState, now: Instant, pause: number | string): Instant => {
	if (typeof pause === 'number') return addSeconds(now, pause);
	const deadline = nextDeadline(state) ?? now;
	const at = pause === 'at the deadline' ? deadline : addSeconds(deadline, -1);
	return at < now ? now : at;
};

/** A request that waits ends at its deadline, and not a second before. */
const checkDeadline = (state: RequestState) => {
	const deadline = nextDeadline(state);
	expect(deadline === null).toBe(state.status !== 'AWAITING_CONFIRMATION');
	if (!deadline) return;
	expect(code(state, { type: 'lapse' }, addSeconds(deadline, -1))).toBe('NOT_DUE');
	expect(code(state, { type: 'lapse' }, deadline)).toEqual(['requestLapsed']);
	expect(code(state, confirming, deadline)).toBe('LINK_EXPIRED');
};

describe('any walk of commands', () => {
	it('takes only steps of the table, moves the due date only by an extension, misses no clock, and grants nothing unproven', () => {
		fc.assert(
			fc.property(arrivals, steps, ({ at, right, own, ...arrival }, walk) => {
				let now = at;
				const submitted = decide(null, { ...submitting(right, own), ...arrival } as RequestCommand, { now });
				if (!submitted.ok) throw new Error(submitted.refusal.code);
				const received = submitted.events.reduce<RequestState | null>(evolve, null) as RequestState; // One event at least.
				expect(received.receivedOn).toBe(dateIn(at, received.zone));
				let state = received;
				const recorded = [...submitted.events];
				for (const [step, isAimed, pause] of walk) {
					now = instantAfter(state, now, pause);
					const decision = decide(state, isAimed ? aimedAt(state, step) : step, { now });
					for (const event of decision.ok ? decision.events : []) {
						const before = state;
						state = evolve(state, event);
						recorded.push(event);
						checkStep(before, event, state);
					}
					checkState(state, received);
					checkDeadline(state);
				}
				const replayed = JSON.parse(JSON.stringify(recorded)).reduce(evolve, null);
				expect(replayed).toEqual(JSON.parse(JSON.stringify(state)));
			}),
			{ numRuns: process.env.DEEP ? 10_000 : 400 },
		);
	}, 600_000);
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
