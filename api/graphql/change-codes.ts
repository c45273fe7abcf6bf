import type { FiredCode } from '../../schema/materiality/model.ts';
import { verdictOf } from '../../schema/materiality/of-version.ts';
import type { Revision } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { ChangeCodeEnum, DirectionEnum } from './enums.ts';
import { NoticeVersionType } from './refs.ts';

const FiredCodeType = builder.objectRef<FiredCode>('FiredCode').implement({
	description: 'A kind of material change that the difference from the revised version shows.',
	fields: (t) => ({
		code: t.expose('code', { type: ChangeCodeEnum, authScopes: open, description: 'Which kind.' }),
		direction: t.expose('direction', {
			type: DirectionEnum,
			authScopes: open,
			description: "Whether it is to the reader's good: the worst of what was found.",
		}),
		evidence: t.exposeStringList('evidence', {
			authScopes: open,
			description: 'What shows it, a line each: a change of the data in words, or the old words and the new ones.',
		}),
	}),
});

const OverrideType = builder.objectRef<NonNullable<Revision['override']>>('ClassOverride').implement({
	description: 'Why a version is of a lower class than its difference shows.',
	fields: (t) => ({
		codes: t.expose('codes', {
			type: [ChangeCodeEnum],
			authScopes: open,
			description: 'The kinds that are overruled.',
		}),
		reason: t.exposeString('reason', { authScopes: open, description: 'Why.' }),
		by: t.exposeString('by', { authScopes: open, description: 'Who signed that.' }),
	}),
});

builder.objectFields(NoticeVersionType, (t) => ({
	changeCodes: t.field({
		type: [FiredCodeType],
		authScopes: open,
		description: 'The kinds of material change that it shows beside the version that it revises; none for a first one.',
		// Comparing costs some milliseconds, once for each version.
		complexity: 50,
		resolve: ({ notice, version }) => verdictOf(notice, version)?.codes ?? [],
	}),
	classReason: t.string({
		nullable: true,
		authScopes: open,
		description: 'Why it is of its class, where the difference alone does not tell.',
		resolve: ({ version }) => version.revision.classReason ?? null,
	}),
	override: t.field({
		type: OverrideType,
		nullable: true,
		authScopes: open,
		description: 'Why it is of a lower class than its difference shows, where it is.',
		resolve: ({ version }) => version.revision.override ?? null,
	}),
}));
