import type { KeptGround } from '../../schema/regimes/grounds.ts';
import type { KeptVerification } from '../../schema/regimes/verification.ts';
import type { CitedDenial, Fee } from '../../schema/request/decision.ts';
import { builder, needs } from './builder.ts';
import { CategoryKeyEnum, FeeGroundEnum, GroundEnum } from './enums.ts';

const read = needs('requests:read');

export const VerificationLevelType = builder.objectRef<KeptVerification>('VerificationLevel').implement({
	description: 'How sure one must be of who asks, as it was worked out at receipt.',
	fields: (t) => ({
		points: t.exposeInt('points', { authScopes: read, description: 'How many data points must match what is held.' }),
		declaration: t.exposeBoolean('declaration', {
			authScopes: read,
			description: 'Whether the person signs a declaration that they are who they say.',
		}),
		cite: t.exposeString('cite', { authScopes: read, description: 'The section of the law.' }),
	}),
});

export const KeptGroundType = builder.objectRef<KeptGround>('KeptGround').implement({
	description: 'A ground on which this request, or a part of it, can be refused, as it stood at receipt.',
	fields: (t) => ({
		ground: t.expose('key', { type: GroundEnum, authScopes: read, description: 'Which.' }),
		cite: t.exposeString('cite', { authScopes: read, description: 'The section of the law.' }),
	}),
});

export const DenialType = builder.objectRef<CitedDenial>('Denial').implement({
	description: 'A part of a request that was not granted.',
	fields: (t) => ({
		category: t.expose('category', {
			type: CategoryKeyEnum,
			nullable: true,
			authScopes: read,
			description: 'The category of data; null for a correction.',
		}),
		item: t.exposeInt('item', {
			nullable: true,
			authScopes: read,
			description: 'Which correction, from 1; null for a category.',
		}),
		ground: t.expose('ground', { type: GroundEnum, authScopes: read, description: 'Why.' }),
		cite: t.exposeString('cite', { authScopes: read, description: 'The section of the law.' }),
	}),
});

export const FeeType = builder.objectRef<Fee>('RequestFee').implement({
	description: 'What the person is to pay.',
	fields: (t) => ({
		ground: t.expose('ground', { type: FeeGroundEnum, authScopes: read, description: 'Why.' }),
		cents: t.exposeInt('cents', { authScopes: read, description: 'In hundredths of a US dollar.' }),
	}),
});
