import type { Promises } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { PopulationEnum, ReferredMatterEnum } from './enums.ts';
import { noticeBySlug } from './lookup.ts';
import { NoticeType } from './refs.ts';

type Scope = NonNullable<Promises['scope']>;

const CoveredPopulationType = builder.objectRef<Scope['populations'][number]>('CoveredPopulation').implement({
	description: 'People that the request form asks about, and who answers them.',
	fields: (t) => ({
		key: t.expose('key', { type: PopulationEnum, authScopes: open, description: 'Who they are.' }),
		label: t.exposeString('label', { authScopes: open, description: 'Who they are, in words.' }),
		governedBy: t.field({
			type: NoticeType,
			nullable: true,
			authScopes: open,
			description: 'The notice that governs them; null where somebody else must answer.',
			resolve: ({ governedBy }, _, context) => (governedBy ? noticeBySlug(context, governedBy) : null),
		}),
		referTo: t.string({
			nullable: true,
			authScopes: open,
			description: 'Who else must answer, and how to reach them.',
			resolve: ({ referTo }) => referTo ?? null,
		}),
	}),
});

const ExclusionType = builder.objectRef<Scope['excluded'][number]>('Exclusion').implement({
	description: 'What a notice does not cover.',
	fields: (t) => ({
		what: t.exposeString('what', { authScopes: open, description: 'In words.' }),
		see: t.field({
			type: NoticeType,
			nullable: true,
			authScopes: open,
			description: 'The notice that covers it.',
			resolve: ({ see }, _, context) => (see ? noticeBySlug(context, see) : null),
		}),
		referTo: t.string({
			nullable: true,
			authScopes: open,
			description: 'Who else answers for it.',
			resolve: ({ referTo }) => referTo ?? null,
		}),
	}),
});

export const ScopeType = builder.objectRef<Scope>('Scope').implement({
	description: 'Whom and what a notice covers.',
	fields: (t) => ({
		residents: t.string({
			nullable: true,
			authScopes: open,
			description: 'The people it is for, in a phrase.',
			resolve: ({ residents }) => residents ?? null,
		}),
		affiliates: t.exposeBoolean('affiliates', { authScopes: open, description: 'Whether it binds affiliates too.' }),
		populations: t.expose('populations', {
			type: [CoveredPopulationType],
			authScopes: open,
			description: 'The people that the request form asks about.',
		}),
		excluded: t.expose('excluded', { type: [ExclusionType], authScopes: open, description: 'What it does not cover.' }),
		supplements: t.field({
			type: NoticeType,
			nullable: true,
			authScopes: open,
			description: 'The notice that it adds to.',
			resolve: ({ supplements }, _, context) => (supplements ? noticeBySlug(context, supplements) : null),
		}),
		refersFor: t.expose('refersFor', {
			type: [ReferredMatterEnum],
			authScopes: open,
			description: "What the supplemented notice says in this one's place.",
		}),
	}),
});
