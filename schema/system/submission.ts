import { z } from 'zod';
import { plainDateField } from '../time.ts';
import { taskFailures, taskManners, taskNotes } from './task-vocabulary.ts';

const idField = z.string().min(1, 'Expected the id of a task.').max(200, 'Expected the id of a task.');

/** The revision of the task that the caller saw; absent where any will do. */
const expectedRevision = z.int().min(1, 'Expected a revision, from 1.').nullish();

/** That a task was done, what came of it, and in what manner: by hand where nothing is said. */
export const completeSystemTaskInput = z.object({
	id: idField,
	expectedRevision,
	note: z.enum(taskNotes, 'Choose from the list.'),
	manner: z
		.enum(taskManners, 'Choose from the list.')
		.nullish()
		.transform((it) => it ?? 'HAND'),
	toldOn: plainDateField.nullish(),
});

/** That a task could not be done yet, and why. */
export const failSystemTaskInput = z.object({
	id: idField,
	expectedRevision,
	reason: z.enum(taskFailures, 'Choose from the list.'),
});
