import { scopesOf } from '../../schema/access/access.ts';
import type { SignedIn } from '../service/sessions.ts';
import { nameOfStaff } from '../service/staff.ts';
import { builder, open } from './builder.ts';
import { RoleEnum } from './enums.ts';

export const ViewerType = builder.objectRef<SignedIn>('Viewer').implement({
	description: 'Whoever of staff is signed in in this browser.',
	fields: (t) => ({
		name: t.string({
			authScopes: open,
			description: 'Their name.',
			resolve: (viewer, _, { store }) => nameOfStaff(store, viewer.personalId),
		}),
		role: t.expose('role', { type: RoleEnum, authScopes: open, description: 'What they are there for.' }),
		scopes: t.stringList({
			authScopes: open,
			description: 'What their role allows; some of it only until `recentUntil`.',
			resolve: ({ role }) => scopesOf(role),
		}),
		recentUntil: t.expose('recentUntil', {
			type: 'DateTime',
			authScopes: open,
			description:
				'Until when they may read and answer what is personal. Afterwards that is refused with `STEP_UP_NEEDED` until they sign in again.',
		}),
	}),
});

builder.queryField('viewer', (t) =>
	t.field({
		type: ViewerType,
		nullable: true,
		authScopes: open,
		description: 'Who is signed in in this browser; null where nobody is, and for callers with a key.',
		resolve: (_, __, { staff }) => staff,
	}),
);
