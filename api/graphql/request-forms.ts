import type { ActionField, FieldCondition, FieldOption } from '../../schema/request/action-form.ts';
import { formsForRequest, type StaffForm } from '../service/request-forms.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { FieldKindEnum, graphqlName, RequestActionEnum } from './enums.ts';

const authScopes = needs('requests:read');

const FieldOptionType = builder.objectRef<FieldOption>('ActionFieldOption').implement({
	description: 'Something that can be chosen.',
	fields: (t) => ({
		value: t.string({
			authScopes,
			description: 'As the mutation takes it.',
			resolve: ({ value }) => graphqlName(value),
		}),
		cite: t.exposeString('cite', {
			nullable: true,
			authScopes,
			description: 'The section of the law, or the promise, that gives it; null where none does.',
		}),
	}),
});

const FieldConditionType = builder.objectRef<FieldCondition>('ActionFieldCondition').implement({
	description: 'Another field of the same action, and what stands in it.',
	fields: (t) => ({
		field: t.exposeString('field', { authScopes, description: 'The name of that field.' }),
		value: t.exposeString('value', { authScopes, description: 'What stands in it; empty where nothing does.' }),
	}),
});

const ActionFieldType = builder.objectRef<ActionField>('ActionField').implement({
	description: 'A field of the input of an action.',
	fields: (t) => ({
		name: t.exposeString('name', { authScopes, description: "Its name in the mutation's input." }),
		kind: t.expose('kind', { type: FieldKindEnum, authScopes, description: 'What can be entered.' }),
		isRequired: t.exposeBoolean('isRequired', {
			authScopes,
			description: 'Whether nothing is done without it, where it is asked for at all.',
		}),
		least: t.exposeInt('least', { authScopes, description: 'Of several, how many at least.' }),
		options: t.expose('options', {
			type: [FieldOptionType],
			authScopes,
			description: 'What can be chosen now; of refused parts, the grounds.',
		}),
		parts: t.stringList({
			authScopes,
			description: 'Of refused parts, what can be refused: categories of data, or numbers of corrections.',
			resolve: ({ parts }) => parts.map(graphqlName),
		}),
		when: t.expose('when', {
			type: FieldConditionType,
			nullable: true,
			authScopes,
			description: 'It is asked for only where this holds; null where it always is.',
		}),
	}),
});

const ActionFormType = builder.objectRef<StaffForm>('RequestActionForm').implement({
	description: 'An action, and what it takes.',
	fields: (t) => ({
		action: t.expose('action', { type: RequestActionEnum, authScopes, description: 'Which.' }),
		mutation: t.exposeString('mutation', { authScopes, description: 'The mutation that does it.' }),
		fields: t.expose('fields', {
			type: [ActionFieldType],
			authScopes,
			description: 'The fields of its input, beside `id` and `expectedRevision`.',
		}),
	}),
});

builder.objectField(RightsRequestType, 'forms', (t) =>
	t.field({
		type: [ActionFormType],
		authScopes,
		complexity: 5,
		description: 'What staff can do with it now, with what each action takes; what could not be done is left out.',
		resolve: (request, _, context) => formsForRequest(context, request),
	}),
);
