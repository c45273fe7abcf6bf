import type { System } from '../system/system.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { Acceptance, Promises, Revision } from './frontmatter.ts';
import type { DataChange } from './redline-data.ts';
import type { ChangeClass, Law } from './vocabulary.ts';

export type Locale = string;

/** A piece of a text, in reading order. `text` is plain; `markdown` keeps links and emphasis. */
export type Block =
	| { kind: 'heading'; depth: number; id: string; text: string; markdown: string }
	| { kind: 'paragraph'; text: string; markdown: string }
	/** `depth` 0 is the outermost list; `marker` is what is printed before it: '•', '1.', '(a)'. */
	| { kind: 'item'; depth: number; marker: string; text: string; markdown: string }
	/** One row of a table; the first row of each table has `header: true`. */
	| { kind: 'row'; header: boolean; cells: string[]; text: string; markdown: string };

/**
 * A heading and everything under it down to the next heading of any level; `blocks` begins with the heading itself. Text
 * before the first heading is the section `top`, whose heading is empty.
 */
export interface Section {
	id: string;
	heading: string;
	depth: number;
	blocks: Block[];
}

/** One version in one language. */
export interface Edition {
	locale: Locale;
	/** Absolute path of the MDX file. */
	file: string;
	title: string;
	summary: string;
	changes: { section: string; summary: string }[];
	/** What an objection to this version does, in this language; null where it takes none. */
	objectionEffect: string | null;
	/** The promises, their phrases in this language. */
	promises: Promises;
	blocks: Block[];
	sections: Section[];
	/** SHA-256 of the normalised text and the front matter (JCS), in hexadecimal. */
	sha256: string;
	/** Whether this is a translation of a canonical text that has changed since. */
	stale: boolean;
}

/** One version of a notice, with its editions; the first locale of the notice is the controlling one. */
export interface Version {
	notice: string;
	id: string;
	/** As its author wrote it; the dates below are those that hold. */
	revision: Revision;
	/** When it became known: the later of the author's date and the ledger's (`lead.ts`). */
	announcedAt: Instant;
	/** When it takes effect: the author's date, or later where the lead time has not run by then (`lead.ts`). */
	effectiveAt: Instant;
	/** When the ledger says it was first published; null while it is not in the ledger. */
	publishedAt: Instant | null;
	/** Published elsewhere before this ledger began: its dates are the editor's word. */
	imported: boolean;
	withdrawnAt: Instant | null;
	/** Findings that were accepted by name: before its publication in its front matter, afterwards in notice.yaml. */
	accepts: Acceptance[];
	editions: Record<Locale, Edition>;
}

export interface Notice {
	slug: string;
	title: Record<Locale, string>;
	/** IANA zone in which its dates are read. */
	zone: string;
	/** The first one controls. */
	locales: Locale[];
	/** The law that its content is held to, where the notice says so itself. */
	law: Law | null;
	reviews: { on: PlainDate; by: string }[];
	/** By `effectiveAt`, earliest first; versions not yet announced are among them. */
	versions: Version[];
}

/** Somebody who may sign off a change. */
export interface Person {
	id: string;
	name: string;
	signsOff: ChangeClass[];
}

/** All that stands in a content folder. */
export interface Library {
	organisation: { name: string; url: string };
	people: Person[];
	notices: Notice[];
	ledger: LedgerEntry[];
	/** Where personal data lives; never shown to the public. */
	systems: System[];
}

/** One line of `ledger.json`; `previous` is the `entryHash` of the line before, so that none can be changed unseen. */
export interface LedgerEntry {
	notice: string;
	version: string;
	locale: Locale;
	sha256: string;
	publishedAt: Instant;
	imported?: true;
	previous: string | null;
	entryHash: string;
}

/** Something wrong in the content, said so that its author can mend it. */
export interface Finding {
	rule: string;
	/** Rules of form say what can be published at all; rules of content what a law wants said, and never stop a build. */
	kind: 'form' | 'content';
	level: 'error' | 'warning';
	file: string;
	line?: number;
	/** Path of the front matter field, such as `commitments.respondWithinDays`. */
	field?: string;
	/** What is wrong, what was expected, and how to mend it. */
	message: string;
	/** Where the rule comes from. */
	citation: string;
	/** Why it was accepted; what is accepted blocks nothing and stays listed. */
	accepted?: string;
}

/** A run of text that both versions have, or only one of them. */
export interface Span {
	op: 'equal' | 'insert' | 'delete';
	text: string;
}

/** A block of either text beside its counterpart; `spans` rebuild both to the letter. */
export interface RedlineBlock {
	op: 'equal' | 'change' | 'insert' | 'delete';
	/** The block as it stands in the new text, or in the old where it was deleted. */
	block: Block;
	/** As it stood in the old text, where it changed. */
	old?: Block;
	spans: Span[];
	/** For rows: the spans of each cell, in place of `spans`' single run. */
	cells?: Span[][];
}

export interface RedlineSection {
	id: string;
	/** The heading, old or new, where it is one block of `blocks` too. */
	heading: string;
	op: 'equal' | 'change' | 'insert' | 'delete';
	/** For a section that only changed its place: the heading that it follows in the other text, empty for none. */
	moved?: string;
	blocks: RedlineBlock[];
}

export interface Redline {
	notice: string;
	from: string;
	to: string;
	/** Changes of the data, in words: "Geolocation: collected no → yes". */
	data: DataChange[];
	sections: RedlineSection[];
	/** The whole redline as one list; equal and delete rebuild the old text, equal and insert the new one. */
	spans: Span[];
}
