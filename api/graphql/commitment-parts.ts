import type { Commitments } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { AgentProofEnum, RightEnum, VerificationNeedEnum } from './enums.ts';

export const RequestMethodType = builder.objectRef<Commitments['methods'][number]>('RequestMethod').implement({
	description: 'A way to ask.',
	fields: (t) => ({
		kind: t.exposeString('kind', { authScopes: open, description: '`telephone`, `form`, `email` or `post`.' }),
		value: t.exposeString('value', { authScopes: open, description: 'The number, page or address.' }),
	}),
});

export const VerificationType = builder.objectRef<Commitments['verification']>('Verification').implement({
	description: 'What is asked of a person before an answer.',
	fields: (t) => ({
		rights: t.expose('rights', { type: [RightEnum], authScopes: open, description: 'For which rights.' }),
		needs: t.expose('needs', { type: [VerificationNeedEnum], authScopes: open, description: 'What is needed.' }),
	}),
});

export const AgentsType = builder.objectRef<NonNullable<Commitments['agents']>>('Agents').implement({
	description: 'Who may ask for somebody else.',
	fields: (t) => ({
		rights: t.expose('rights', { type: [RightEnum], authScopes: open, description: 'For which rights.' }),
		proofs: t.expose('proofs', {
			type: [AgentProofEnum],
			authScopes: open,
			description: 'What an agent may have to show.',
		}),
		mayDenyWithoutProof: t.exposeBoolean('mayDenyWithoutProof', {
			authScopes: open,
			description: 'Whether a request without proof may be denied.',
		}),
		powerOfAttorney: t.string({
			nullable: true,
			authScopes: open,
			description: 'The statute whose power of attorney needs none of the proofs.',
			resolve: ({ powerOfAttorney }) => powerOfAttorney ?? null,
		}),
	}),
});
