import { type Happening, historyOf } from '../service/request-history.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { RequestEventTypeEnum } from './enums.ts';

const authScopes = needs('requests:read');

const HappeningType = builder.objectRef<Happening>('RequestHappening').implement({
	description: 'Something that happened to a request.',
	fields: (t) => ({
		type: t.expose('type', { type: RequestEventTypeEnum, authScopes, description: 'What.' }),
		at: t.expose('at', { type: 'DateTime', authScopes, description: 'When.' }),
		by: t.exposeString('by', {
			nullable: true,
			authScopes,
			description: 'Who of staff did it; null where it was nobody of them, or they are no longer there.',
		}),
		keyId: t.exposeString('keyId', {
			nullable: true,
			authScopes,
			description: 'The key of the tool that did it, if one did.',
		}),
	}),
});

builder.objectField(RightsRequestType, 'history', (t) =>
	t.field({
		type: [HappeningType],
		authScopes,
		complexity: 5,
		description: 'All that happened to it, first to last.',
		resolve: (request, _, context) => historyOf(context, request),
	}),
);
