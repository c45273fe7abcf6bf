import type { DataChange } from '../notice/redline-data.ts';
import type { ChangeClass, ChangeCode, directions } from '../notice/vocabulary.ts';

/** Whom a change serves: `adverse` takes something from the reader, `favourable` gives something. */
export type Direction = (typeof directions)[number];

/** A kind of change that was found, with the words that show it. */
export interface FiredCode {
	code: ChangeCode;
	/** The worst of what was found. */
	direction: Direction;
	/** A line each: a change of the data in words, or “old words” → “new words”. */
	evidence: string[];
}

/** How much a version changes, as far as its data and its words tell. */
export interface Verdict {
	class: ChangeClass;
	codes: FiredCode[];
}

/** A sentence, with what a reader needs to know to understand it. */
export interface Sentence {
	text: string;
	/** The heading above it and, in a table, the column's. */
	under: string;
	/** The words that introduce the list it is an item of; empty where it is none. */
	lead: string;
	/** Addresses that it links to. */
	links: readonly string[];
	isHeading: boolean;
}

/** Sentences of one place that differ: the old ones and the new, those that stand in both left out. */
export interface Passage {
	from: Sentence[];
	to: Sentence[];
	/** An old sentence beside the one that it became; one of them is null where it has none. */
	pairs: { from: Sentence | null; to: Sentence | null }[];
}

/** What one place shows of a kind of change. */
export interface Finding {
	direction: Direction;
	/** The sentences that show it, in their words. */
	from: string;
	to: string;
}

/** One kind of change: how it shows in the data and, second, in the words. */
export interface Trigger {
	code: ChangeCode;
	/** What changes, to stand after “the”. */
	name: string;
	citation: string;
	/** By path of the promises: the direction of a change there, or null where it is none of this kind. */
	data: Readonly<Record<string, (change: DataChange) => Direction | null>>;
	prose: (passage: Passage, texts: Texts) => Finding[];
}

/** A text as a whole, for what matters only where the whole text lacks it. */
export interface Text {
	/** All its words and links, in lower case. */
	words: () => string;
	sentences: () => readonly Sentence[];
}

/** The old text and the new one. */
export interface Texts {
	from: Text;
	to: Text;
}
