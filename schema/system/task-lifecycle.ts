import { type TaskAction, type TaskStatus, taskActions } from './task-vocabulary.ts';

interface Transition {
	from: readonly TaskStatus[];
	to: TaskStatus;
	by: 'staff' | 'request';
}

/** Every change that a task can undergo after it began to wait. */
export const taskLifecycle = {
	COMPLETE: { from: ['OPEN', 'FAILED'], to: 'DONE', by: 'staff' },
	FAIL: { from: ['OPEN', 'FAILED'], to: 'FAILED', by: 'staff' },
	OPEN: { from: ['WAITING'], to: 'OPEN', by: 'request' },
	CANCEL: { from: ['WAITING', 'OPEN', 'FAILED'], to: 'CANCELLED', by: 'request' },
	RESUME: { from: ['CANCELLED'], to: 'WAITING', by: 'request' },
} as const satisfies Record<TaskAction, Transition>;

/** Whether the table allows an action in a status. */
export const allowsTask = (action: TaskAction, status: TaskStatus): boolean =>
	(taskLifecycle[action].from as readonly TaskStatus[]).includes(status);

/** The actions open to staff and tools in a status. */
export const taskActionsFor = (status: TaskStatus): TaskAction[] =>
	taskActions.filter((action) => taskLifecycle[action].by === 'staff' && allowsTask(action, status));

/** Whether a task in this status is still to be done. */
export const isLeft = (status: TaskStatus): boolean => allowsTask('CANCEL', status);
