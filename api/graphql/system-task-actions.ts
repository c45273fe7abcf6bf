import { completeSystemTaskInput, failSystemTaskInput } from '../../schema/system/submission.ts';
import { settleSystemTask } from '../service/system-tasks.ts';
import { builder } from './builder.ts';
import { TaskFailureEnum, TaskMannerEnum, TaskNoteEnum } from './enums.ts';
import { aimFields, staffActions } from './staff-action.ts';
import { SystemTaskType } from './system-task.ts';

const taskAction = staffActions({ type: SystemTaskType, name: 'SystemTask', unknown: 'UNKNOWN_TASK' });

taskAction('completeSystemTask', {
	input: builder.inputType('CompleteSystemTaskInput', {
		description: 'A task that was done.',
		fields: (t) => ({
			...aimFields(t, 'task'),
			note: t.field({ type: TaskNoteEnum, description: 'What came of it: one of its `notes`.' }),
			manner: t.field({
				type: TaskMannerEnum,
				required: false,
				description: 'In what manner; by hand where left out.',
			}),
			toldOn: t.field({ type: 'Date', required: false, description: 'With `TOLD`: when; today where left out.' }),
		}),
	}),
	schema: completeSystemTaskInput,
	scope: 'tasks:write',
	description: 'Notes that a task was done, and what came of it.',
	came: 'What came of noting a task as done.',
	asked: 'Which task, and what came of it.',
	act: (context, { note, manner, toldOn, ...aim }) =>
		settleSystemTask(context, aim, { type: 'complete', note, manner, toldOn }),
});

taskAction('failSystemTask', {
	input: builder.inputType('FailSystemTaskInput', {
		description: 'A task that could not be done yet.',
		fields: (t) => ({
			...aimFields(t, 'task'),
			reason: t.field({ type: TaskFailureEnum, description: 'Why.' }),
		}),
	}),
	schema: failSystemTaskInput,
	scope: 'tasks:write',
	description: 'Notes that a task could not be done yet; it stays to be done.',
	came: 'What came of noting that a task failed.',
	asked: 'Which task, and why.',
	act: (context, { reason, ...aim }) => settleSystemTask(context, aim, { type: 'fail', reason }),
});
