import type { Revision, Translation } from '../notice/frontmatter.ts';
import type { Edition, Finding, Library, Notice, Version } from '../notice/model.ts';
import type { Root } from '../notice/nodes.ts';
import type { Flaw, YamlSource } from '../notice/parse.ts';
import type { Instant, PlainDate } from '../time.ts';

/** A flaw in a file, named by its path within the content folder. */
export type FileFlaw = Flaw & { file: string };

/** One MDX file that could be read, with all that a rule may ask of it. */
export interface EditionDraft {
	/** Path within the content folder. */
	file: string;
	source: string;
	/** The tree as its author wrote it, components not yet replaced. */
	root: Root;
	lineOf: YamlSource['lineOf'];
	front: Revision | Translation;
	edition: Edition;
	/** Components that could not be replaced. */
	expansionFlaws: Flaw[];
	/** Phrases of the canonical front matter that a translation does not translate. */
	missingWords: string[];
}

export interface VersionDraft {
	version: Version;
	canonical: EditionDraft;
	translations: EditionDraft[];
}

export interface NoticeDraft {
	notice: Notice;
	/** Path of its notice.yaml within the content folder. */
	file: string;
	lineOf: YamlSource['lineOf'];
	withdrawals: { version: string; at: string; reason: string }[];
	/** Those that could be read, by `effectiveAt`. */
	versions: VersionDraft[];
	/** Names of every MDX file in its folder, readable or not. */
	files: string[];
}

/** All that the rules look at. */
export interface CheckContext {
	library: Library;
	notices: NoticeDraft[];
	/** What could not be read at all. */
	unread: FileFlaw[];
	/** The instant to judge at; without one only the rules of form are asked, so that no date stops a build. */
	now?: Instant;
}

/** What a rule finds: where it says so, of another level than the rule's own. */
export type RuleFlaw = FileFlaw & {
	level?: Finding['level'];
	/** The day on which the law began to ask for it; a version announced before is warned and not bound. */
	validFrom?: PlainDate;
};

/** One rule for editors. */
export interface Rule {
	id: string;
	level: Finding['level'];
	/** Where the rule comes from. */
	citation: string;
	/** Whether it leaves history alone: texts that were published elsewhere before they were brought here. */
	sparesHistory?: true;
	/** Everything in the content that breaks the rule. */
	check: (context: CheckContext) => RuleFlaw[];
}

/** The flaws of each version, where a rule looks at versions one by one. */
export const eachVersion = (
	{ notices }: CheckContext,
	check: (version: VersionDraft, notice: NoticeDraft) => RuleFlaw[],
): RuleFlaw[] => notices.flatMap((notice) => notice.versions.flatMap((it) => check(it, notice)));

/** The flaws of each edition, where a rule looks at texts one by one. */
export const eachEdition = (
	context: CheckContext,
	check: (draft: EditionDraft, version: VersionDraft, notice: NoticeDraft) => (Flaw & { level?: Finding['level'] })[],
): RuleFlaw[] =>
	eachVersion(context, (version, notice) =>
		[version.canonical, ...version.translations].flatMap((draft) =>
			check(draft, version, notice).map((flaw) => ({ ...flaw, file: draft.file })),
		),
	);

/** The version that a version says it revises, as it was read. */
export const draftOf = (notice: NoticeDraft, id: string | null): VersionDraft | undefined =>
	notice.versions.find((it) => it.version.id === id);

/** A flaw of a version's front matter, on the line of the field at a path or of the nearest one above it. */
export const flawAt = ({ canonical }: VersionDraft, path: readonly (string | number)[], message: string): RuleFlaw => ({
	file: canonical.file,
	line: canonical.lineOf(path),
	field: path.join('.'),
	message,
});
