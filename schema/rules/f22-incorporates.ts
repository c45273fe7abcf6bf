import { wholeSection } from '../notice/incorporated.ts';
import { referenceOf } from '../notice/incorporates.ts';
import { isWithdrawn, lastInForce } from '../notice/lead.ts';
import type { Version } from '../notice/model.ts';
import { type CheckContext, eachVersion, flawAt, type NoticeDraft, type Rule, type VersionDraft } from './rule.ts';

const versionsOf = ({ versions }: NoticeDraft): Version[] => versions.map((it) => it.version);

/** The versions of a notice that govern while a version of another one is in force, the one it begins with first. */
const governing = (other: NoticeDraft, version: Version, notice: NoticeDraft): VersionDraft[] => {
	const from = version.effectiveAt;
	const until = versionsOf(notice).find((it) => it.effectiveAt > from && !isWithdrawn(it))?.effectiveAt;
	const first = lastInForce(versionsOf(other), from);
	const then = versionsOf(other).filter(
		(it) => it.effectiveAt > from && (!until || it.effectiveAt < until) && !isWithdrawn(it),
	);
	return other.versions.filter((it) => it.version === first || then.includes(it.version));
};

/** Whether a notice takes over anything of another at an instant, itself or through others. */
const reaches = (from: string, to: string, at: Version['effectiveAt'], notices: readonly NoticeDraft[]): boolean => {
	const here = notices.find((it) => it.notice.slug === from);
	const named = (here && lastInForce(versionsOf(here), at)?.revision.incorporates) ?? [];
	const rest = notices.filter((it) => it !== here);
	return named.map(referenceOf).some(({ notice }) => notice === to || reaches(notice, to, at, rest));
};

const wrongSource = (
	slug: string,
	draft: VersionDraft,
	here: NoticeDraft,
	{ notices }: CheckContext,
): string | null => {
	const own = here.notice.slug;
	const others = notices.map((it) => it.notice.slug).filter((it) => it !== own);
	const choice = others.length ? `Name one of ${others.join(', ')}.` : 'There is no other notice here.';
	if (slug === own) return `'${slug}' is this notice itself. ${choice}`;
	if (!others.includes(slug)) return `'${slug}' is no notice here. ${choice}`;
	if (!reaches(slug, own, draft.version.effectiveAt, notices)) return null;
	return `'${slug}' takes over text of this notice, so that neither would say where it ends. Let only one take over the other.`;
};

const check = (draft: VersionDraft, here: NoticeDraft, context: CheckContext): ReturnType<Rule['check']> =>
	draft.version.revision.incorporates.flatMap((said, index) => {
		const { notice: slug, section } = referenceOf(said);
		const at = (message: string) => [flawAt(draft, ['incorporates', index], message)];
		const wrong = wrongSource(slug, draft, here, context);
		const other = context.notices.find((it) => it.notice.slug === slug);
		if (wrong || !other) return at(wrong ?? '');
		const [first, ...then] = governing(other, draft.version, here);
		if (!first || first.version.effectiveAt > draft.version.effectiveAt) {
			return at(`No version of '${slug}' is in force when this one takes effect. Let that one begin first.`);
		}
		const { sections } = first.canonical.edition;
		if (!wholeSection(sections, section)) {
			const ids = sections.map((it) => it.id).join(', ');
			return at(
				`'${section}' is not a section of ${slug} ${first.version.id}, which then governs. Name one of ${ids}.`,
			);
		}
		const gone = then.filter((it) => !wholeSection(it.canonical.edition.sections, section));
		const message = `'${section}' is not a section here, but ${here.notice.slug} ${draft.version.id} takes it over. Keep the section, or first let ${here.notice.slug} take over another.`;
		return gone.map((it) => flawAt(it, ['removedSections'], message));
	});

/** What a version takes over from another notice is there as long as the version is in force, and nothing goes in a circle. */
export const f22Incorporates: Rule = {
	id: 'F22',
	level: 'error',
	citation: 'At any instant exactly one text governs.',
	check: (context) => eachVersion(context, (draft, notice) => check(draft, notice, context)),
};
