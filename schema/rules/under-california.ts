import type { Commitments } from '../notice/frontmatter.ts';
import { labelsOf } from '../notice/labels.ts';
import { lastInForce } from '../notice/lead.ts';
import { textOf } from '../notice/text.ts';
import type { PlainDate } from '../time.ts';
import { type CheckContext, flawAt, type NoticeDraft, type RuleFlaw, type VersionDraft } from './rule.ts';
import { walk } from './walk.ts';

/** The controlling text as readers see it, what components print included. */
export const proseOf = ({ canonical }: VersionDraft): string => textOf(canonical.edition, 'PLAIN');

/**
 * Whether a version is held to Californian law: its notice says so or, where it says nothing, its text speaks of California
 * and it names no other law for its time limits.
 */
export const isUnderCalifornia = (draft: VersionDraft, { notice }: NoticeDraft): boolean => {
	if (notice.law) return notice.law === 'california';
	const regime = draft.version.revision.commitments?.regime ?? 'california';
	return regime === 'california' && /california/i.test(proseOf(draft));
};

type CheckVersion = (draft: VersionDraft, notice: NoticeDraft) => RuleFlaw[];

/** What a rule finds in the versions that it can still matter for: in force at `now` or to come. */
export const eachCurrent = ({ notices, now }: CheckContext, check: CheckVersion): RuleFlaw[] =>
	notices.flatMap((notice) => {
		const inForce = now ? lastInForce(notice.notice.versions, now) : null;
		return notice.versions
			.filter(({ version }) => !inForce || version.effectiveAt >= inForce.effectiveAt)
			.flatMap((draft) => check(draft, notice));
	});

/** The same in those that are held to Californian law. */
export const eachUnderCalifornia = (context: CheckContext, check: CheckVersion): RuleFlaw[] =>
	eachCurrent(context, (draft, notice) => (isUnderCalifornia(draft, notice) ? check(draft, notice) : []));

/** The notice's own name for a category, else the usual one. */
export const nameOf = (
	draft: VersionDraft,
	category: VersionDraft['version']['revision']['categories'][number],
): string => category.label ?? labelsOf(draft.canonical.edition.locale).categories[category.key];

/** A flaw of what is said about one category, named by the category's key. */
export const categoryFlaw = (draft: VersionDraft, index: number, field: string, message: string): RuleFlaw => {
	const key = draft.version.revision.categories[index]?.key ?? '';
	return { ...flawAt(draft, ['categories', index, field], message), field: `categories.${key}.${field}` };
};

/** Whether the controlling text links to a path of this site, or has a link with such words. */
export const hasLink = ({ canonical }: VersionDraft, path: string, label: RegExp): boolean =>
	walk(canonical.root).some(
		(node) =>
			node.type === 'link' &&
			(node.url.startsWith(path) || walk(node).some((it) => it.type === 'text' && label.test(it.value))),
	);

/** A date that a law names. */
export const since = (date: string): PlainDate => date as PlainDate; // written in the form of a PlainDate

/** The same of versions that promise anything on request; C7 speaks of those that do not. */
export const eachCommitments = (
	context: CheckContext,
	check: (commitments: Commitments, draft: VersionDraft) => RuleFlaw[],
): RuleFlaw[] =>
	eachUnderCalifornia(context, (draft) => {
		const { commitments } = draft.version.revision;
		return commitments ? check(commitments, draft) : [];
	});
