import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, evolve, type RequestFacts, type TaskCommand, type TaskState } from '../../api/domain/system-task.ts';
import { notesOf, taskFailures, taskKinds, taskManners, taskNotes } from '../../schema/system/task-vocabulary.ts';
import { addDays, instant, type PlainDate } from '../../schema/time.ts';

const zone = 'America/Los_Angeles';
const date = (text: string) => text as PlainDate;
const waiting: RequestFacts = { dueOn: date('2026-06-03'), isReady: false, isOver: false };
const ready: RequestFacts = { ...waiting, isReady: true };

const begin = (own: Partial<Extract<TaskCommand, { type: 'begin' }>> = {}): TaskCommand => ({
	type: 'begin',
	requestId: 'r1',
	right: 'DELETE',
	system: 'shop',
	kind: 'ERASE',
	daysBefore: 7,
	of: waiting,
	...own,
});

const taskAfter = (...steps: [at: string, command: TaskCommand][]): TaskState => {
	const state = steps.reduce<TaskState | null>((before, [at, command]) => {
		const decision = decide(before, command, { now: instant(at), zone });
		if (!decision.ok) throw new Error(decision.refusal.code);
		return decision.events.reduce<TaskState | null>(evolve, before);
	}, null);
	if (!state) throw new Error('expected at least one step');
	return state;
};

const outcome = (state: TaskState, command: TaskCommand, at: string) => {
	const decision = decide(state, command, { now: instant(at), zone });
	return decision.ok ? decision.events.map(({ type }) => type) : [decision.refusal.code, ...decision.refusal.path];
};

const begun = '2026-05-06T09:00:00-07:00';
const later = '2026-05-10T23:30:00-07:00';
const erased: TaskCommand = { type: 'complete', note: 'ERASED', manner: 'HAND' };
const told: TaskCommand = { type: 'complete', note: 'TOLD', manner: 'HAND' };

describe('a task', () => {
	it('waits until the person is verified, and cannot be settled before', () => {
		const state = taskAfter([begun, begin()]);
		expect(state).toMatchObject({ status: 'WAITING', openedOn: '2026-05-06', dueOn: '2026-05-27' });
		expect(outcome(state, erased, later)).toEqual(['NOT_VERIFIED']);
		expect(outcome(state, { type: 'fail', reason: 'REFUSED' }, later)).toEqual(['NOT_VERIFIED']);
		expect(taskAfter([begun, begin()], [later, { type: 'follow', of: ready }])).toMatchObject({ status: 'OPEN' });
	});

	it('is open from the first where nobody is to be verified, and due within a day where the right acts at once', () => {
		expect(taskAfter([begun, begin({ right: 'OPT_OUT', kind: 'TELL', of: ready })])).toMatchObject({
			status: 'OPEN',
			dueOn: '2026-05-07',
		});
	});

	it('is due no later than its request and no earlier than it began', () => {
		const soon = { ...waiting, dueOn: date('2026-05-08') };
		expect(taskAfter([begun, begin({ of: soon })]).dueOn).toBe('2026-05-06');
		expect(
			taskAfter([begun, begin({ right: 'LIMIT', kind: 'TELL', of: { ...ready, dueOn: date('2026-05-06') } })]).dueOn,
		).toBe('2026-05-06');
		expect(taskAfter([begun, begin({ daysBefore: 0 })]).dueOn).toBe('2026-06-03');
	});

	it('moves with its request, also where it has failed', () => {
		const extended: TaskCommand = { type: 'follow', of: { ...ready, dueOn: date('2026-07-03') } };
		const failed = taskAfter(
			[begun, begin({ of: ready })],
			[later, { type: 'fail', reason: 'UNREACHABLE' }],
			[later, extended],
		);
		expect(failed).toMatchObject({ status: 'FAILED', failure: 'UNREACHABLE', dueOn: '2026-06-26' });
		expect(outcome(failed, extended, later)).toEqual([]);
	});

	it('is cancelled where its request is over, and stays done where it was done', () => {
		const over: TaskCommand = { type: 'follow', of: { ...ready, isOver: true } };
		const cancelled = taskAfter([begun, begin()], [later, over]);
		expect(cancelled.status).toBe('CANCELLED');
		expect(outcome(cancelled, erased, later)).toEqual(['ALREADY_ENDED']);
		expect(outcome(taskAfter([begun, begin({ of: ready })], [later, erased]), over, later)).toEqual([]);
	});

	it('is resumed where its request is taken up again, unless it was done', () => {
		const over: TaskCommand = { type: 'follow', of: { ...ready, isOver: true } };
		const failed = taskAfter(
			[begun, begin({ of: ready })],
			[later, { type: 'fail', reason: 'REFUSED' }],
			[later, over],
		);
		expect(outcome(failed, { type: 'follow', of: ready }, later)).toEqual(['taskResumed', 'taskOpened']);
		expect(outcome(failed, { type: 'follow', of: waiting }, later)).toEqual(['taskResumed']);
		expect(
			outcome(taskAfter([begun, begin({ of: ready })], [later, erased]), { type: 'follow', of: ready }, later),
		).toEqual([]);
	});

	it('can be done after it failed, and only once', () => {
		const done = taskAfter(
			[begun, begin({ of: ready })],
			[later, { type: 'fail', reason: 'REFUSED' }],
			[later, erased],
		);
		expect(done).toMatchObject({ status: 'DONE', doneOn: '2026-05-10', toldOn: null, note: 'ERASED', failure: null });
		expect(outcome(done, erased, later)).toEqual(['ALREADY_ENDED']);
	});

	it('that tells somebody keeps when that was: today, or a day since it began', () => {
		const telling = taskAfter([begun, begin({ kind: 'TELL', of: ready })]);
		expect(taskAfter([begun, begin({ kind: 'TELL', of: ready })], [later, told])).toMatchObject({
			toldOn: '2026-05-10',
		});
		const on = (day: string) => outcome(telling, { ...told, toldOn: date(day) }, later);
		expect(['2026-05-05', '2026-05-06', '2026-05-10', '2026-05-11'].map(on)).toEqual([
			['NOT_TOLD_THEN', 'toldOn'],
			['taskDone'],
			['taskDone'],
			['NOT_TOLD_THEN', 'toldOn'],
		]);
		expect(outcome(telling, { ...told, note: 'IMPOSSIBLE', toldOn: date('2026-05-06') }, later)).toEqual([
			'NOT_TOLD_THEN',
			'toldOn',
		]);
	});

	it('ends with a note of its kind', () => {
		const state = taskAfter([begun, begin({ of: ready })]);
		expect(outcome(state, told, later)).toEqual(['OTHER_NOTE', 'note']);
	});
});

it('holds whatever happens to it: no date past its request, told only where it tells, and nothing after its end', () => {
	const facts = fc.record({
		dueOn: fc.integer({ min: 0, max: 90 }).map((days) => addDays(date('2026-05-06'), days)),
		isReady: fc.boolean(),
		isOver: fc.boolean(),
	});
	const command: fc.Arbitrary<TaskCommand> = fc.oneof(
		facts.map((of) => ({ type: 'follow', of }) as const),
		fc.record({
			type: fc.constant('complete' as const),
			note: fc.constantFrom(...taskNotes),
			manner: fc.constantFrom(...taskManners),
		}),
		fc.constantFrom(...taskFailures).map((reason) => ({ type: 'fail', reason }) as const),
	);
	fc.assert(
		fc.property(fc.constantFrom(...taskKinds), facts, fc.array(command), (kind, of, commands) => {
			let state = taskAfter([begun, begin({ kind, of })]);
			let dueOn = of.dueOn;
			for (const it of commands) {
				const decision = decide(state, it, { now: instant(later), zone });
				const next = decision.ok ? decision.events.reduce<TaskState>(evolve, state) : state;
				if (state.status === 'DONE' || (state.status === 'CANCELLED' && it.type !== 'follow'))
					expect(next).toEqual(state);
				else if (it.type === 'follow' && !it.of.isOver) dueOn = it.of.dueOn;
				state = next;
				expect(state.dueOn <= dueOn).toBe(true);
				expect(state.toldOn !== null).toBe(state.note === 'TOLD');
				expect(state.doneOn !== null).toBe(state.status === 'DONE');
				if (state.note) expect(notesOf[kind]).toContain(state.note);
			}
		}),
	);
});
