import { type SystemWork, systemsAtWork } from '../service/system-work.ts';
import { builder, needs } from './builder.ts';
import { SystemHolderEnum, SystemReachEnum } from './enums.ts';

const authScopes = needs('tasks:read');

const SystemType = builder.objectRef<SystemWork>('System').implement({
	description: 'A system that holds personal data, or somebody who received some, as the content declares it.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes, description: 'Its id in the content.' }),
		name: t.exposeString('name', { authScopes, description: 'Its name.' }),
		owner: t.exposeString('owner', { authScopes, description: 'Who answers for it.' }),
		holder: t.expose('holder', { type: SystemHolderEnum, authScopes, description: 'Whose it is.' }),
		by: t.expose('by', { type: SystemReachEnum, authScopes, description: 'How its tasks are done.' }),
		left: t.exposeInt('left', { authScopes, description: 'How many of its tasks are still to be done.' }),
		nextDueOn: t.expose('nextDueOn', {
			type: 'Date',
			nullable: true,
			authScopes,
			description: 'When the first of these is due; null where nothing is left.',
		}),
	}),
});

builder.queryField('systems', (t) =>
	t.field({
		type: [SystemType],
		authScopes,
		description: 'Every declared system, and what is left to do in it.',
		resolve: (_, __, context) => systemsAtWork(context),
	}),
);
