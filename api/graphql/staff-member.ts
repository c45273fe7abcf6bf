import { type Person, people, personById, signedInLast } from '../service/people.ts';
import { builder, needs } from './builder.ts';
import { RoleEnum } from './enums.ts';

const authScopes = needs('staff:read');

export const StaffMemberType = builder.objectRef<Person>('StaffMember');

builder.node(StaffMemberType, {
	id: { resolve: ({ id }) => id, authScopes, description: 'Names this person in the whole API.' },
	description: 'A person of staff.',
	authScopes,
	runScopesOnType: true,
	brandLoadedObjects: true,
	// Without the scope there is no telling whether there is such a person.
	loadOne: (id, context) => (context.scopes.has('staff:read') ? personById(context, id) : null),
	fields: (t) => ({
		name: t.string({
			nullable: true,
			authScopes,
			description: 'Their name; null once they are removed.',
			resolve: ({ name }) => name ?? null,
		}),
		email: t.string({
			nullable: true,
			authScopes,
			description: 'The address to which links to sign in go; null once they are removed.',
			resolve: ({ email }) => email ?? null,
		}),
		role: t.expose('role', { type: RoleEnum, authScopes, description: 'What they are there for.' }),
		addedAt: t.expose('addedAt', { type: 'DateTime', authScopes, description: 'When they were added.' }),
		removedAt: t.expose('removedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When they were removed.',
		}),
		lastSignedInAt: t.field({
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When they last signed in.',
			resolve: ({ id }, _, context) => signedInLast(context, id),
		}),
	}),
});

builder.queryField('staffMembers', (t) =>
	t.field({
		type: [StaffMemberType],
		authScopes,
		description: 'Everybody of staff, those who were removed too, in the order in which they came.',
		resolve: (_, __, context) => people(context),
	}),
);
