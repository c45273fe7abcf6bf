import { labelsOf } from '../notice/labels.ts';
import { sensitiveKinds } from '../notice/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachUnderCalifornia, hasLink, since } from './under-california.ts';

/** Kinds that the law began to call sensitive after 2023. */
const later: Partial<Record<(typeof sensitiveKinds)[number], PlainDate>> = {
	citizenship: since('2024-01-01'), // AB 947
	neural: since('2025-01-01'), // SB 1223
};

type Sensitive = NonNullable<VersionDraft['version']['revision']['sensitive']>;

const unlisted = (draft: VersionDraft, { listed }: Sensitive): RuleFlaw[] =>
	sensitiveKinds
		.filter((kind) => !listed.includes(kind))
		.map((kind) => {
			const name = labelsOf(draft.canonical.edition.locale).sensitive[kind];
			const message = `The law calls ${name} sensitive, and the list does not. Add ${kind}.`;
			const validFrom = later[kind];
			return { ...flawAt(draft, ['sensitive', 'listed'], message), ...(validFrom ? { validFrom } : {}) };
		});

const limitLabel = /limit the use|privacy choices|limitar el uso|opciones de privacidad/i;

const unlimited = (draft: VersionDraft): RuleFlaw[] => {
	const { commitments } = draft.version.revision;
	const linked = hasLink(draft, '/requests/limit', limitLabel);
	if (commitments?.rights.includes('LIMIT') && linked) return [];
	const message =
		'Sensitive information is used beyond what was asked for, and the text offers no way to limit that. Add LIMIT to commitments.rights and a link to /requests/limit/.';
	return [flawAt(draft, ['sensitive', 'usedBeyondService'], message)];
};

const contradiction = (draft: VersionDraft, { collected }: Sensitive): RuleFlaw[] =>
	collected.length && draft.version.revision.categories.some((it) => it.key === 'sensitive' && it.collected === 'no')
		? [
				flawAt(
					draft,
					['sensitive', 'collected'],
					'Names sensitive kinds that are collected, while categories say that none is. Correct the one or the other.',
				),
			]
		: [];

const checkVersion = (draft: VersionDraft): RuleFlaw[] => {
	const { sensitive } = draft.version.revision;
	if (!sensitive) {
		const message =
			'Nothing is said of sensitive information. Add sensitive: the kinds listed, those collected, and their use.';
		return [flawAt(draft, ['sensitive'], message)];
	}
	return [
		...unlisted(draft, sensitive),
		...contradiction(draft, sensitive),
		...(sensitive.usedBeyondService ? unlimited(draft) : []),
	];
};

/** Every kind that the law calls sensitive is listed, and a use beyond the service can be limited. */
export const c6Sensitive: Rule = {
	id: 'C6',
	level: 'error',
	citation: 'Cal. Civ. Code § 1798.140(ae), § 1798.121; 11 CCR §§ 7014, 7027(m)',
	check: (context) => eachUnderCalifornia(context, checkVersion),
};
