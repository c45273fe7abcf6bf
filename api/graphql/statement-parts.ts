import type { Promises } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { SensitiveKindEnum } from './enums.ts';

type Part<Key extends keyof Promises> = NonNullable<Promises[Key]>;

export const ControllerType = builder.objectRef<Part<'controller'>>('Controller').implement({
	description: 'Who makes the promises.',
	fields: (t) => ({
		name: t.exposeString('name', { authScopes: open, description: 'Its name.' }),
		address: t.exposeStringList('address', { authScopes: open, description: 'Its address, line by line.' }),
	}),
});

export const ContactType = builder.objectRef<Part<'contact'>>('Contact').implement({
	description: 'How to reach whoever answers for the notice.',
	fields: (t) => ({
		email: t.string({
			nullable: true,
			authScopes: open,
			description: 'By e-mail.',
			resolve: ({ email }) => email ?? null,
		}),
		telephone: t.string({
			nullable: true,
			authScopes: open,
			description: 'By telephone.',
			resolve: ({ telephone }) => telephone ?? null,
		}),
		post: t.exposeStringList('post', { authScopes: open, description: 'By post, line by line.' }),
	}),
});

export const SensitiveType = builder.objectRef<Part<'sensitive'>>('SensitiveInformation').implement({
	description: 'What is stated about sensitive personal information.',
	fields: (t) => ({
		listed: t.expose('listed', {
			type: [SensitiveKindEnum],
			authScopes: open,
			description: 'The kinds that are named.',
		}),
		collected: t.expose('collected', {
			type: [SensitiveKindEnum],
			authScopes: open,
			description: 'The kinds collected.',
		}),
		usedBeyondService: t.exposeBoolean('usedBeyondService', {
			authScopes: open,
			description: 'Whether any use goes beyond what the service or goods asked for need.',
		}),
	}),
});

export const PurposeType = builder.objectRef<Part<'purposes'>[number]>('Purpose').implement({
	description: 'What personal information is used for.',
	fields: (t) => ({
		key: t.exposeString('key', { authScopes: open, description: 'Its name in this version.' }),
		text: t.exposeString('text', { authScopes: open, description: 'In words.' }),
	}),
});

export const RecipientType = builder.objectRef<Part<'recipients'>[number]>('Recipient').implement({
	description: 'Those to whom personal information may go.',
	fields: (t) => ({
		key: t.exposeString('key', { authScopes: open, description: 'Their name in this version.' }),
		label: t.exposeString('label', { authScopes: open, description: 'In words.' }),
	}),
});

export const ChildrenType = builder.objectRef<Part<'children'>>('Children').implement({
	description: 'What is stated about children.',
	fields: (t) => ({
		directedAt: t.exposeBoolean('directedAt', {
			authScopes: open,
			description: 'Whether anything is directed at them.',
		}),
		underAge: t.exposeInt('underAge', { authScopes: open, description: 'Those younger than this are meant.' }),
		knowinglyCollected: t.exposeBoolean('knowinglyCollected', {
			authScopes: open,
			description: 'Whether their data is knowingly collected.',
		}),
		knowinglySoldOrShared: t.exposeBoolean('knowinglySoldOrShared', {
			authScopes: open,
			description: 'Whether their data is knowingly sold or shared.',
		}),
		removalOnRequest: t.exposeBoolean('removalOnRequest', {
			authScopes: open,
			description: "Whether a parent can have a child's data removed through the contact.",
		}),
	}),
});

export const AutomatedDecisionsType = builder.objectRef<Part<'automatedDecisions'>>('AutomatedDecisions').implement({
	description: 'What is stated about decisions that a machine makes about people.',
	fields: (t) => ({
		used: t.exposeBoolean('used', { authScopes: open, description: 'Whether there are any.' }),
		section: t.string({
			nullable: true,
			authScopes: open,
			description: 'The id of the section that says how they are made, and how to opt out.',
			resolve: ({ section }) => section ?? null,
		}),
	}),
});

export const RequestFiguresType = builder.objectRef<Part<'requestFigures'>>('RequestFigures').implement({
	description: 'What is stated about the yearly figures on requests.',
	fields: (t) => ({
		due: t.exposeBoolean('due', { authScopes: open, description: 'Whether they have to be published.' }),
		url: t.string({
			nullable: true,
			authScopes: open,
			description: 'Where they stand.',
			resolve: ({ url }) => url ?? null,
		}),
	}),
});
