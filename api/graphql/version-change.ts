import type { Acceptance, Revision } from '../../schema/notice/frontmatter.ts';
import type { Edition } from '../../schema/notice/model.ts';
import { builder, open } from './builder.ts';
import { AppliesToEnum, CategoryKeyEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

type Part<Key extends keyof Revision> = NonNullable<Revision[Key]>;

const SectionChangeType = builder.objectRef<Edition['changes'][number]>('SectionChange').implement({
	description: 'What changed in one section.',
	fields: (t) => ({
		section: t.exposeString('section', { authScopes: open, description: "The section's id." }),
		summary: t.exposeString('summary', { authScopes: open, description: 'What changed.' }),
	}),
});

const RemovedSectionType = builder.objectRef<Part<'removedSections'>[number]>('RemovedSection').implement({
	description: 'A section that the version no longer has.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes: open, description: 'Its id.' }),
		seeInstead: t.exposeString('seeInstead', { authScopes: open, description: 'The section to read in its place.' }),
	}),
});

const ConsentType = builder.objectRef<NonNullable<Part<'reach'>['consent']>>('ConsentAsked').implement({
	description: 'How people agree to a change that reaches data already collected.',
	fields: (t) => ({
		mechanism: t.exposeString('mechanism', { authScopes: open, description: 'In words.' }),
		url: t.exposeString('url', { authScopes: open, description: 'Where.' }),
	}),
});

const ReachType = builder.objectRef<Part<'reach'>>('Reach').implement({
	description: 'Which data an adverse change reaches.',
	fields: (t) => ({
		categories: t.expose('categories', {
			type: [CategoryKeyEnum],
			authScopes: open,
			description: 'Of which categories.',
		}),
		appliesTo: t.expose('appliesTo', {
			type: AppliesToEnum,
			authScopes: open,
			description: 'Whether data collected before it is reached too.',
		}),
		consent: t.field({
			type: ConsentType,
			nullable: true,
			authScopes: open,
			description: 'How people agree to that.',
			resolve: ({ consent }) => consent ?? null,
		}),
	}),
});

const UrgencyType = builder.objectRef<Part<'urgent'>>('Urgency').implement({
	description: 'Why a version takes effect without the promised notice.',
	fields: (t) => ({
		reason: t.exposeString('reason', { authScopes: open, description: 'Why.' }),
		by: t.exposeString('by', { authScopes: open, description: 'Who decided so.' }),
	}),
});

const AcceptedFindingType = builder.objectRef<Acceptance>('AcceptedFinding').implement({
	description: "A finding of the editor's check that was accepted by name.",
	fields: (t) => ({
		rule: t.exposeString('rule', { authScopes: open, description: 'The rule.' }),
		field: t.string({
			nullable: true,
			authScopes: open,
			description: 'The field of the front matter that alone is meant; null where all that the rule finds is.',
			resolve: (it) => it.field ?? null,
		}),
		reason: t.exposeString('reason', { authScopes: open, description: 'Why it was accepted.' }),
	}),
});

builder.objectFields(NoticeVersionType, (t) => ({
	changes: t.field({
		type: [SectionChangeType],
		authScopes: open,
		description: 'What changed, section by section.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }) => editionIn(parent, locale).changes,
	}),
	removedSections: t.field({
		type: [RemovedSectionType],
		authScopes: open,
		description: 'Sections that it no longer has.',
		resolve: ({ version }) => version.revision.removedSections,
	}),
	reach: t.field({
		type: ReachType,
		nullable: true,
		authScopes: open,
		description: 'Which data an adverse change reaches; null where it is none.',
		resolve: ({ version }) => version.revision.reach ?? null,
	}),
	restores: t.string({
		nullable: true,
		authScopes: open,
		description: 'The version whose text it brings back.',
		resolve: ({ version }) => version.revision.restores ?? null,
	}),
	urgent: t.field({
		type: UrgencyType,
		nullable: true,
		authScopes: open,
		description: 'Why it takes effect without the promised notice.',
		resolve: ({ version }) => version.revision.urgent ?? null,
	}),
	accepts: t.field({
		type: [AcceptedFindingType],
		authScopes: open,
		description: "Findings of the editor's check that were accepted by name, with the reason.",
		resolve: ({ version }) => [...version.revision.waivers, ...version.accepts],
	}),
}));
