import type { Finding } from '../notice/model.ts';
import { dateIn } from '../time.ts';
import type { CheckContext, EditionDraft, Rule, RuleFlaw, VersionDraft } from './rule.ts';

/** The edition that a file holds; other files, such as notice.yaml, hold none. */
interface Place {
	draft: VersionDraft;
	edition: EditionDraft;
	zone: string;
}

const placeOf = (file: string, { notices }: CheckContext): Place | undefined =>
	notices
		.flatMap(({ notice, versions }) => versions.map((draft) => ({ draft, zone: notice.zone })))
		.flatMap(({ draft, zone }) => [draft.canonical, ...draft.translations].map((edition) => ({ draft, edition, zone })))
		.find((it) => it.edition.file === file);

const isPublished = ({ draft, edition }: Place, { library }: CheckContext): boolean =>
	library.ledger.some(
		(it) =>
			it.notice === draft.version.notice && it.version === draft.version.id && it.locale === edition.edition.locale,
	);

const isWaived = (id: string, { draft }: Place): boolean => draft.version.revision.waivers.some((it) => it.rule === id);

const isOlderThanLaw = ({ validFrom }: RuleFlaw, { draft, zone }: Place): boolean =>
	validFrom !== undefined && dateIn(draft.version.revision.announcedAt, zone) < validFrom;

const acceptanceOf = ({ rule, field = '' }: Finding, { draft }: Place): string | undefined =>
	draft.version.accepts.find((it) => it.rule === rule && (!it.field || `${field}.`.startsWith(`${it.field}.`)))?.reason;

/**
 * What a rule found, as the law's date and the version's author settle it; null where nobody needs to hear of it: history
 * that the rule spares, a warning that is waived, or one about a published text, which nobody can heed any more.
 */
export const settle = (found: RuleFlaw, rule: Rule, kind: Finding['kind'], context: CheckContext): Finding | null => {
	const { validFrom, ...flaw } = found;
	const finding: Finding = { level: rule.level, ...flaw, rule: rule.id, kind, citation: rule.citation };
	const place = placeOf(flaw.file, context);
	if (!place) return finding;
	if (rule.sparesHistory && place.draft.version.imported) return null;
	if (isOlderThanLaw(found, place)) {
		finding.level = 'warning';
		finding.message += ` The law asks this of notices announced from ${validFrom} on.`;
	}
	if (finding.level === 'warning' && (isWaived(rule.id, place) || isPublished(place, context))) return null;
	const accepted = kind === 'content' ? acceptanceOf(finding, place) : undefined;
	return accepted ? { ...finding, accepted } : finding;
};
