/** What is to be done in a system for a request: find what is held, erase it, correct it, or tell somebody who received it. */
export const taskKinds = ['FIND', 'ERASE', 'CORRECT', 'TELL'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskStatuses = ['WAITING', 'OPEN', 'FAILED', 'DONE', 'CANCELLED'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What can be done to a task: by staff and tools, or by what happens to its request. */
export const taskActions = ['COMPLETE', 'FAIL', 'OPEN', 'CANCEL', 'RESUME'] as const;
export type TaskAction = (typeof taskActions)[number];

/** What programs are told of a task: it can be carried out, or is not to be carried out any more. */
export const taskEventTypes = ['systemTaskOpened', 'systemTaskCancelled'] as const;
export type TaskEventType = (typeof taskEventTypes)[number];

/** In what manner a task was done. */
export const taskManners = ['HAND', 'CONNECTOR', 'WEBHOOK'] as const;
export type TaskManner = (typeof taskManners)[number];

/** What came of a task, in a code and never in words, which could name somebody. */
export const taskNotes = [
	'FOUND',
	'ERASED',
	'DEIDENTIFIED',
	'CORRECTED',
	'TOLD',
	'NOTHING_HELD',
	'KEPT',
	'IMPOSSIBLE',
	'DISPROPORTIONATE',
] as const;
export type TaskNote = (typeof taskNotes)[number];

/** What each kind of task can end with (11 CCR §§ 7022(b) and (c), 7023(c), 7024). */
export const notesOf: Readonly<Record<TaskKind, readonly TaskNote[]>> = {
	FIND: ['FOUND', 'NOTHING_HELD'],
	ERASE: ['ERASED', 'DEIDENTIFIED', 'NOTHING_HELD', 'KEPT'],
	CORRECT: ['CORRECTED', 'ERASED', 'NOTHING_HELD'],
	TELL: ['TOLD', 'NOTHING_HELD', 'IMPOSSIBLE', 'DISPROPORTIONATE'],
};

/** Why a task could not be done yet; it stays to be done. */
export const taskFailures = ['UNREACHABLE', 'REFUSED', 'DETAILS_MISSING'] as const;
export type TaskFailure = (typeof taskFailures)[number];
