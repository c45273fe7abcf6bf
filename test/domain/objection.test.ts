import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	decide,
	evolve,
	nextDeadline,
	type ObjectionCommand,
	type ObjectionEvent,
	type ObjectionState,
} from '../../api/domain/objection.ts';
import { allowsObjection, objectionLifecycle } from '../../schema/objection/lifecycle.ts';
import { type ObjectionAction, objectionDecisions } from '../../schema/objection/vocabulary.ts';
import { addSeconds, type Instant, instant } from '../../schema/time.ts';

const window = { opensAt: instant('2026-11-02T08:00:00Z'), closesAt: instant('2027-01-16T08:00:00Z') };
const submit: ObjectionCommand = { type: 'submit', notice: 'california', version: '2027-03-01', window };
const confirm: ObjectionCommand = { type: 'confirm', alreadyCounted: false };

const standingAfter = (steps: [at: string, command: ObjectionCommand][]): ObjectionState | null =>
	steps.reduce<ObjectionState | null>((state, [at, command]) => {
		const decision = decide(state, command, { now: instant(at) });
		if (!decision.ok) throw new Error(decision.refusal.code);
		return decision.events.reduce<ObjectionState | null>(evolve, state);
	}, null);

const code = (state: ObjectionState | null, command: ObjectionCommand, at: string) => {
	const decision = decide(state, command, { now: instant(at) });
	return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal.code;
};

const sent = standingAfter([['2026-12-01T12:00:00Z', submit]]);
const counted = standingAfter([
	['2026-12-01T12:00:00Z', submit],
	['2026-12-02T12:00:00Z', confirm],
]);

describe('an objection', () => {
	it('waits seven days for its confirmation', () => {
		expect(sent).toMatchObject({ status: 'AWAITING_CONFIRMATION', confirmBy: '2026-12-08T12:00:00.000Z' });
		expect(sent && nextDeadline(sent)).toBe('2026-12-08T12:00:00.000Z');
	});

	it('that was joined to another ends without a letter when its link is too old', () => {
		const joined = standingAfter([
			['2026-12-01T12:00:00Z', submit],
			['2026-12-02T12:00:00Z', { type: 'confirm', alreadyCounted: true }],
		]);
		expect(joined).toMatchObject({ status: 'JOINED', countedAt: null, endedAt: null });
		expect(code(joined, { type: 'confirm', alreadyCounted: true }, '2026-12-03T12:00:00Z')).toBe('ALREADY_COUNTED');
		expect(code(joined, confirm, '2026-12-03T12:00:00Z')).toEqual(['objectionCounted']);
		expect(code(joined, { type: 'lapse' }, '2026-12-08T11:59:59Z')).toBe('NOT_DUE');
		expect(code(joined, { type: 'lapse' }, '2026-12-08T12:00:00Z')).toEqual(['objectionSpent']);
	});

	it('counts once confirmed, and has no deadline then', () => {
		expect(counted).toMatchObject({ status: 'COUNTED', countedAt: '2026-12-02T12:00:00.000Z', endedAt: null });
		expect(counted && nextDeadline(counted)).toBeNull();
	});

	it.each([
		['a millisecond before seven days', sent, confirm, '2026-12-08T11:59:59.999Z', ['objectionCounted']],
		['at seven days', sent, confirm, '2026-12-08T12:00:00Z', 'LINK_EXPIRED'],
		['twice', counted, confirm, '2026-12-03T12:00:00Z', 'ALREADY_CONFIRMED'],
		[
			'beside one that counts',
			sent,
			{ type: 'confirm', alreadyCounted: true },
			'2026-12-03T12:00:00Z',
			['objectionJoined'],
		],
	] as [string, ObjectionState, ObjectionCommand, string, unknown][])(
		'confirmed %s',
		(_, state, command, at, expected) => {
			expect(code(state, command, at)).toEqual(expected);
		},
	);

	it('lapses when its time is over and not a millisecond before', () => {
		expect(code(sent, { type: 'lapse' }, '2026-12-08T11:59:59.999Z')).toBe('NOT_DUE');
		expect(code(sent, { type: 'lapse' }, '2026-12-08T12:00:00Z')).toEqual(['objectionLapsed']);
		expect(code(counted, { type: 'lapse' }, '2026-12-08T12:00:00Z')).toBe('ALREADY_CONFIRMED');
	});

	it('is withdrawn at any time, once', () => {
		const withdrawn = standingAfter([
			['2026-12-01T12:00:00Z', submit],
			['2026-12-02T12:00:00Z', confirm],
			['2027-04-01T12:00:00Z', { type: 'withdraw' }],
		]);
		expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', endedAt: '2027-04-01T12:00:00.000Z' });
		for (const command of [{ type: 'withdraw' }, confirm, { type: 'lapse' }] as const) {
			expect(code(withdrawn, command, '2027-04-02T12:00:00Z')).toBe('ALREADY_ENDED');
		}
	});

	it('is taken from the first instant of the window to the last before it closes', () => {
		expect(code(null, submit, window.opensAt)).toEqual(['objectionSubmitted']);
		expect(code(null, submit, addSeconds(window.closesAt, -1))).toEqual(['objectionSubmitted']);
	});

	it('to a version without a window is refused', () => {
		expect(code(null, { ...submit, window: null } as ObjectionCommand, '2026-12-01T12:00:00Z')).toBe(
			'NO_OBJECTION_WINDOW',
		);
	});
});

const actionOf = {
	objectionCounted: 'CONFIRM',
	objectionJoined: 'CONFIRM',
	objectionDecided: 'DECIDE',
	objectionWithdrawn: 'WITHDRAW',
	objectionLapsed: 'LAPSE',
	objectionSpent: 'LAPSE',
} as const satisfies Record<Exclude<ObjectionEvent['type'], 'objectionSubmitted'>, ObjectionAction>;

const anyCommand: fc.Arbitrary<ObjectionCommand> = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ type: fc.constant('confirm' as const), alreadyCounted: fc.boolean() }) },
	{
		weight: 2,
		arbitrary: fc.record({ type: fc.constant('decide' as const), decision: fc.constantFrom(...objectionDecisions) }),
	},
	{ weight: 2, arbitrary: fc.constant<ObjectionCommand>({ type: 'lapse' }) },
	{ weight: 1, arbitrary: fc.constantFrom<ObjectionCommand>({ type: 'withdraw' }, submit) },
);

const checkObjection = (before: ObjectionState, event: ObjectionEvent, state: ObjectionState, now: Instant) => {
	const action = actionOf[event.type as keyof typeof actionOf]; // It is submitted once.
	expect(allowsObjection(action, before.status)).toBe(true);
	expect(objectionLifecycle[action].to).toContain(state.status);
	expect(before.endedAt).toBeNull();
	if (action === 'CONFIRM') expect(now < before.confirmBy).toBe(true);
	if (action === 'LAPSE') expect(now >= before.confirmBy).toBe(true);
	expect(state.decision === null).toBe(state.decidedAt === null);
	expect(state.status === 'WITHDRAWN' || state.status === 'LAPSED').toBe(state.endedAt !== null);
};

it('any walk of commands takes only steps of the table, counts nothing after its time, and is what its events say', () => {
	const steps = fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 3 * 86_400 })), {
		maxLength: process.env.DEEP ? 60 : 40,
		size: 'max',
	});
	const sentAt = fc.integer({ min: 0, max: 75 * 86_400 - 1 }).map((seconds) => addSeconds(window.opensAt, seconds));
	fc.assert(
		fc.property(sentAt, steps, (at, walk) => {
			let now = at;
			let state = standingAfter([[at, submit]]) as ObjectionState; // It is within the window.
			const recorded: ObjectionEvent[] = [];
			for (const [command, seconds] of walk) {
				now = addSeconds(now, seconds);
				const decision = decide(state, command, { now });
				for (const event of decision.ok ? decision.events : []) {
					const before = state;
					state = evolve(state, event);
					recorded.push(event);
					checkObjection(before, event, state, now);
				}
			}
			const first = standingAfter([[at, submit]]);
			expect(JSON.parse(JSON.stringify(recorded)).reduce(evolve, first)).toEqual(state);
		}),
		{ numRuns: process.env.DEEP ? 10_000 : 300 },
	);
}, 600_000);
