import { refusal } from '../../schema/refusals.ts';
import { completeSystemTaskInput, failSystemTaskInput } from '../../schema/system/submission.ts';
import { settleSystemTask } from '../service/system-tasks.ts';
import { builder, needs } from './builder.ts';
import { TaskFailureEnum, TaskMannerEnum, TaskNoteEnum } from './enums.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member, refusalMember } from './result.ts';
import { SystemTaskType } from './system-task.ts';

const CompleteResult = plainUnion('CompleteSystemTaskResult', 'What came of noting a task as done.', SystemTaskType);
const FailResult = plainUnion('FailSystemTaskResult', 'What came of noting that a task failed.', SystemTaskType);

const revision = 'The revision that you saw; where it has changed, nothing is done.';

const CompleteInput = builder.inputType('CompleteSystemTaskInput', {
	description: 'A task that was done.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the task.' }),
		expectedRevision: t.int({ required: false, description: revision }),
		note: t.field({ type: TaskNoteEnum, description: 'What came of it: one of its `notes`.' }),
		manner: t.field({ type: TaskMannerEnum, required: false, description: 'In what manner; by hand where left out.' }),
		toldOn: t.field({ type: 'Date', required: false, description: 'With `TOLD`: when; today where left out.' }),
	}),
});

const FailInput = builder.inputType('FailSystemTaskInput', {
	description: 'A task that could not be done yet.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the task.' }),
		expectedRevision: t.int({ required: false, description: revision }),
		reason: t.field({ type: TaskFailureEnum, description: 'Why.' }),
	}),
});

const authScopes = needs('tasks:write');
const unknown = () => refusalMember(refusal('UNKNOWN_TASK', ['id']));

builder.mutationFields((t) => ({
	completeSystemTask: t.field({
		type: CompleteResult,
		authScopes,
		description: 'Notes that a task was done, and what came of it.',
		args: { input: t.arg({ type: CompleteInput, description: 'Which task, and what came of it.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(completeSystemTaskInput, args.input);
			if (!checked.ok) return checked.invalid;
			const { note, manner, toldOn, ...aim } = checked.input;
			const id = localIdOf('SystemTask', aim.id);
			const command = { type: 'complete', note, manner, toldOn } as const;
			return id ? member('SystemTask', await settleSystemTask(context, { ...aim, id }, command)) : unknown();
		},
	}),
	failSystemTask: t.field({
		type: FailResult,
		authScopes,
		description: 'Notes that a task could not be done yet; it stays to be done.',
		args: { input: t.arg({ type: FailInput, description: 'Which task, and why.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(failSystemTaskInput, args.input);
			if (!checked.ok) return checked.invalid;
			const { reason, ...aim } = checked.input;
			const id = localIdOf('SystemTask', aim.id);
			return id
				? member('SystemTask', await settleSystemTask(context, { ...aim, id }, { type: 'fail', reason }))
				: unknown();
		},
	}),
}));
