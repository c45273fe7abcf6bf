import type { Revision, Translation } from '../notice/frontmatter.ts';
import type { Edition, Finding, Library, Notice, Version } from '../notice/model.ts';
import type { Root } from '../notice/nodes.ts';
import type { Flaw, YamlSource } from '../notice/parse.ts';

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
}

/** One rule for editors. */
export interface Rule {
	id: string;
	level: Finding['level'];
	/** Where the rule comes from. */
	citation: string;
	/** Everything in the content that breaks the rule; a flaw may be of a milder level than the rule. */
	check: (context: CheckContext) => (FileFlaw & { level?: Finding['level'] })[];
}

/** The flaws of each version, where a rule looks at versions one by one. */
export const eachVersion = (
	{ notices }: CheckContext,
	check: (version: VersionDraft, notice: NoticeDraft) => ReturnType<Rule['check']>,
): ReturnType<Rule['check']> => notices.flatMap((notice) => notice.versions.flatMap((it) => check(it, notice)));

/** The flaws of each edition, where a rule looks at texts one by one. */
export const eachEdition = (
	context: CheckContext,
	check: (draft: EditionDraft, version: VersionDraft, notice: NoticeDraft) => (Flaw & { level?: Finding['level'] })[],
): ReturnType<Rule['check']> =>
	eachVersion(context, (version, notice) =>
		[version.canonical, ...version.translations].flatMap((draft) =>
			check(draft, version, notice).map((flaw) => ({ ...flaw, file: draft.file })),
		),
	);

/** The version that a version says it revises, as it was read. */
export const draftOf = (notice: NoticeDraft, id: string | null): VersionDraft | undefined =>
	notice.versions.find((it) => it.version.id === id);

/** Whether the ledger says that a version was published elsewhere before it was brought here. */
export const isImported = ({ version }: VersionDraft): boolean => version.imported;
