import { expect, it } from 'vitest';
import { isLeft, taskActionsFor, taskLifecycle } from '../../../schema/system/task-lifecycle.ts';
import { notesOf, taskActions, taskKinds, taskNotes, taskStatuses } from '../../../schema/system/task-vocabulary.ts';

it('opens these actions to staff and tools', () => {
	const table = taskStatuses.map((status) => `${status}: ${taskActionsFor(status).join(' ') || '–'}`);
	expect(table).toMatchInlineSnapshot(`
		[
		  "WAITING: –",
		  "OPEN: COMPLETE FAIL",
		  "FAILED: COMPLETE FAIL",
		  "DONE: –",
		  "CANCELLED: –",
		]
	`);
});

it('reaches every status', () => {
	const reached = new Set(['WAITING', ...taskActions.map((action) => taskLifecycle[action].to)]);
	expect([...reached].sort()).toEqual([...taskStatuses].sort());
});

it('counts as left what is neither done nor cancelled', () => {
	expect(taskStatuses.filter(isLeft)).toEqual(['WAITING', 'OPEN', 'FAILED']);
});

it('has each note end some kind of task, and two or more end each', () => {
	expect(new Set(taskKinds.flatMap((kind) => notesOf[kind]))).toEqual(new Set(taskNotes));
	expect(taskKinds.filter((kind) => notesOf[kind].length < 2)).toEqual([]);
});
