import { type ResolveCursorConnectionArgs, resolveCursorConnection } from '@pothos/plugin-relay';
import { taskActionsFor } from '../../schema/system/task-lifecycle.ts';
import { notesOf } from '../../schema/system/task-vocabulary.ts';
import { requestForDesk } from '../service/request-desk.ts';
import { countTasksLeft, type SystemTask, systemTask, systemTasks, tasksFor } from '../service/system-tasks.ts';
import { builder, needs, pageLimit } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { dueCursorOf, fromDueCursor } from './due-cursor.ts';
import {
	RightEnum,
	TaskActionEnum,
	TaskFailureEnum,
	TaskKindEnum,
	TaskMannerEnum,
	TaskNoteEnum,
	TaskStatusEnum,
} from './enums.ts';
import { forwardsOnly } from './receipt-cursor.ts';

const authScopes = needs('tasks:read');

export const SystemTaskType = builder.objectRef<SystemTask>('SystemTask');

builder.node(SystemTaskType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this task in the whole API.' },
	description: 'What one system has to do for one request. It holds nothing of the person.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether a task exists.
	loadOne: (id, context) => (context.scopes.has('tasks:read') ? systemTask(context, id) : null),
	fields: (t) => ({
		system: t.exposeString('system', { authScopes, description: 'The id of the system, as the content declares it.' }),
		right: t.expose('right', { type: RightEnum, authScopes, description: 'What the person asked for.' }),
		kind: t.expose('kind', { type: TaskKindEnum, authScopes, description: 'What is to be done.' }),
		status: t.expose('status', { type: TaskStatusEnum, authScopes, description: 'How it stands.' }),
		dueOn: t.expose('dueOn', { type: 'Date', authScopes, description: 'By when it is to be done.' }),
		doneOn: t.expose('doneOn', { type: 'Date', nullable: true, authScopes, description: 'When it was done.' }),
		toldOn: t.expose('toldOn', {
			type: 'Date',
			nullable: true,
			authScopes,
			description: 'When somebody who received the data was told.',
		}),
		manner: t.expose('manner', {
			type: TaskMannerEnum,
			nullable: true,
			authScopes,
			description: 'In what manner it was done.',
		}),
		note: t.expose('note', { type: TaskNoteEnum, nullable: true, authScopes, description: 'What came of it.' }),
		notes: t.field({
			type: [TaskNoteEnum],
			authScopes,
			description: 'What a task of its kind can end with.',
			resolve: ({ kind }) => [...notesOf[kind]],
		}),
		failure: t.expose('failure', {
			type: TaskFailureEnum,
			nullable: true,
			authScopes,
			description: 'Why it could not be done at the last try.',
		}),
		revision: t.exposeInt('streamVersion', {
			authScopes,
			description: 'Counts what happened to it; give it back as `expectedRevision` to change only what you saw.',
		}),
		request: t.field({
			type: RightsRequestType,
			nullable: true,
			authScopes: needs('requests:read'),
			description: 'What it is done for.',
			resolve: ({ requestId }, _, context) => requestForDesk(context, requestId),
		}),
		availableActions: t.field({
			type: [TaskActionEnum],
			authScopes,
			description: 'What can be done with it now.',
			resolve: ({ status }) => taskActionsFor(status),
		}),
	}),
});

builder.objectFields(RightsRequestType, (t) => ({
	tasks: t.field({
		type: [SystemTaskType],
		authScopes,
		description: 'What each system that holds personal data has to do for it; from the day on which work on it begins.',
		resolve: ({ id }, _, context) => tasksFor(context, id),
	}),
	tasksLeft: t.field({
		type: 'Int',
		authScopes,
		complexity: 5,
		description: 'How many of its tasks are still to be done.',
		resolve: ({ id }, _, context) => countTasksLeft(context, id),
	}),
}));

builder.queryField('systemTasks', (t) =>
	t.connection(
		{
			type: SystemTaskType,
			authScopes,
			description: `Tasks by the date on which they are due, the earliest first; at most ${pageLimit} on a page, forwards only.`,
			args: {
				status: t.arg({ type: TaskStatusEnum, required: false, description: 'Only those that stand so.' }),
				system: t.arg.string({ required: false, description: 'Only those of the system with this id.' }),
			},
			complexity: ({ first }) => ({ field: 1, multiplier: Math.min(first ?? 20, pageLimit) }),
			resolve: (_, { status, system, ...args }, context) => {
				forwardsOnly(args);
				return resolveCursorConnection(
					{ args, maxSize: pageLimit, toCursor: (task: SystemTask) => dueCursorOf(task) },
					({ limit, after }: ResolveCursorConnectionArgs) =>
						systemTasks(context, {
							limit,
							after: fromDueCursor(after),
							status: status ?? undefined,
							system: system ?? undefined,
						}),
				);
			},
		},
		{ name: 'SystemTaskConnection', description: 'A page of tasks.' },
		{ name: 'SystemTaskEdge', description: 'A task and where it stands in the list.' },
	),
);
