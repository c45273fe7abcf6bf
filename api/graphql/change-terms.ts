import type { Promises } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { InForceEnum } from './enums.ts';

type ChangeTerms = NonNullable<Promises['changeTerms']>;

const NoticePeriodType = builder.objectRef<ChangeTerms['advanceNotice']>('NoticePeriod').implement({
	description: 'A time that is promised before or after a change.',
	fields: (t) => ({
		said: t.string({
			nullable: true,
			authScopes: open,
			description: 'All that the page says, where it names no number of days.',
			resolve: ({ said }) => said ?? null,
		}),
		days: t.exposeInt('days', { authScopes: open, description: 'The days that are kept to.' }),
	}),
});

export const ChangeTermsType = builder.objectRef<ChangeTerms>('ChangeTerms').implement({
	description: 'How a notice may change.',
	fields: (t) => ({
		inForce: t.expose('inForce', { type: InForceEnum, authScopes: open, description: 'When a change takes hold.' }),
		useMeansAcceptance: t.exposeBoolean('useMeansAcceptance', {
			authScopes: open,
			description: 'Whether going on using the service is said to accept a change.',
		}),
		advanceNotice: t.expose('advanceNotice', {
			type: NoticePeriodType,
			authScopes: open,
			description: 'How long before its effect a material change is announced.',
		}),
		objection: t.field({
			type: NoticePeriodType,
			nullable: true,
			authScopes: open,
			description: 'How long people may object to a material change.',
			resolve: ({ objection }) => objection ?? null,
		}),
		noNewUsesUnannounced: t.exposeBoolean('noNewUsesUnannounced', {
			authScopes: open,
			description: 'Whether new categories and materially different uses are announced first.',
		}),
	}),
});
