import { type Correction, correctionsIn } from '../../schema/request/submission.ts';
import type { Sent } from '../service/personal-access.ts';
import { builder, needs } from './builder.ts';

const personal = needs('personal:read');

const CorrectionType = builder.objectRef<Correction>('SentCorrection').implement({
	description: 'What a person says is wrong.',
	fields: (t) => ({
		what: t.exposeString('what', { authScopes: personal, description: 'What is wrong.' }),
		shouldBe: t.exposeString('shouldBe', { authScopes: personal, description: 'What it should be.' }),
		evidence: t.string({
			nullable: true,
			authScopes: personal,
			description: 'What shows it, in words.',
			resolve: ({ evidence }) => evidence ?? null,
		}),
	}),
});

const word = (name: 'email' | 'name' | 'onBehalfOf' | 'onBehalfOfEmail' | 'details' | 'reason', description: string) =>
	({
		nullable: true,
		authScopes: personal,
		description,
		resolve: (data: Sent) => data[name] ?? null,
	}) as const;

export const SentType = builder.objectRef<Sent>('Sent').implement({
	description: 'What a person sent, in their own words.',
	fields: (t) => ({
		email: t.string(word('email', 'The address, confirmed or not.')),
		name: t.string(word('name', 'The name.')),
		onBehalfOf: t.string(word('onBehalfOf', 'The name of the person acted for, where somebody else asks.')),
		onBehalfOfEmail: t.string(
			word('onBehalfOfEmail', 'Where that person is asked whether an agent may act, if an address is known.'),
		),
		details: t.string(word('details', 'What to look for.')),
		correction: t.field({
			type: CorrectionType,
			nullable: true,
			authScopes: personal,
			description: 'The first of `corrections`.',
			resolve: (data) => correctionsIn(data)[0] ?? null,
		}),
		corrections: t.field({
			type: [CorrectionType],
			authScopes: personal,
			description: 'What is to be corrected, in the order in which it is numbered from 1.',
			resolve: (data) => correctionsIn(data),
		}),
		reason: t.string(word('reason', 'Why somebody objects.')),
	}),
});
