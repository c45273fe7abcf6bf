import { aimedAt, createApiKeyInput } from '../../schema/access/submission.ts';
import {
	type DeskKey,
	endKey,
	keyForDesk,
	keysForDesk,
	type MadeKey,
	makeKey,
	stateOfKey,
} from '../service/key-desk.ts';
import { builder, needs } from './builder.ts';
import { KeyStateEnum } from './enums.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member } from './result.ts';
import { staffActions } from './staff-action.ts';

const authScopes = needs('keys:read');
const write = needs('keys:write');

export const ApiKeyType = builder.objectRef<DeskKey>('ApiKey');

builder.node(ApiKeyType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this key in the whole API.' },
	description: 'A key with which a tool uses the API. The key itself is not kept.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether there is such a key.
	loadOne: (id, context) => (context.scopes.has('keys:read') ? keyForDesk(context, id) : null),
	fields: (t) => ({
		name: t.exposeString('name', { authScopes, description: 'What it is for.' }),
		prefix: t.exposeString('prefix', { authScopes, description: 'How it begins, so that it is known again.' }),
		scopes: t.exposeStringList('scopes', { authScopes, description: 'What it allows.' }),
		state: t.field({
			type: KeyStateEnum,
			authScopes,
			description: 'Whether it works.',
			resolve: (key, _, context) => stateOfKey(key, context),
		}),
		createdAt: t.expose('createdAt', { type: 'DateTime', authScopes, description: 'When it was made.' }),
		expiresAt: t.expose('expiresAt', { type: 'DateTime', authScopes, description: 'Until when it works.' }),
		lastUsedAt: t.expose('lastUsedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it was last used, to the hour.',
		}),
		revokedAt: t.expose('revokedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When it was revoked.',
		}),
	}),
});

builder.queryField('apiKeys', (t) =>
	t.field({
		type: [ApiKeyType],
		authScopes,
		description: 'Every key, those that work no more too, the newest first.',
		resolve: (_, __, context) => keysForDesk(context),
	}),
);

const ApiKeyMadeType = builder.objectRef<MadeKey>('ApiKeyMade').implement({
	description: 'A new key.',
	fields: (t) => ({
		key: t.exposeString('key', {
			authScopes: write,
			description: 'The key itself, shown this once: send it as `Authorization: Bearer`.',
		}),
		apiKey: t.field({
			type: ApiKeyType,
			authScopes: write,
			description: 'What is kept of it.',
			resolve: ({ made }) => made,
		}),
	}),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
	description: 'A key to be made.',
	fields: (t) => ({
		name: t.string({ description: 'What it is for.' }),
		scopes: t.stringList({ description: 'What it allows: at most what the caller may do.' }),
		days: t.int({ description: 'How long it works, at most 365 days.' }),
	}),
});

const CreateApiKeyResult = plainUnion('CreateApiKeyResult', 'What came of making a key.', ApiKeyMadeType);

builder.mutationField('createApiKey', (t) =>
	t.field({
		type: CreateApiKeyResult,
		authScopes: write,
		description: 'Makes a key that allows no more than the caller may do.',
		args: { input: t.arg({ type: CreateApiKeyInput, description: 'What it is for, and what it allows.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(createApiKeyInput, args.input);
			return checked.ok ? member('ApiKeyMade', await makeKey(context, checked.input)) : checked.invalid;
		},
	}),
);

staffActions({ type: ApiKeyType, name: 'ApiKey', unknown: 'UNKNOWN_KEY' })('revokeApiKey', {
	input: builder.inputType('RevokeApiKeyInput', {
		description: 'A key to be revoked.',
		fields: (t) => ({ id: t.id({ description: 'The id of the key.' }) }),
	}),
	schema: aimedAt,
	scope: 'keys:write',
	description: 'Ends a key at once.',
	came: 'What came of revoking a key.',
	asked: 'Which key.',
	act: endKey,
});
