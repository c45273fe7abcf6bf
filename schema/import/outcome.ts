import type { Instant } from '../time.ts';
import type { Format, Remark } from './piece.ts';
import type { Proof } from './proof.ts';

/** One text of a notice's past. */
export interface Source {
	/** What it is called in reports. */
	name: string;
	format: Format;
	text: string;
	/** The version that it becomes. */
	version: string;
	effectiveAt: Instant;
}

export interface Settings {
	notice: string;
	title: string | undefined;
	/** Who made the promises, and what that was guessed from if it was; the title stands in for it where it is null. */
	controller: { name: string; guessedFrom: string | null } | null;
	/** Where the source was published. */
	base: string | undefined;
	zone: string;
	locale: string;
	/** Takes page chrome and tags of templates for text of the notice. */
	keepAll: boolean;
}

/** Words of a source that did not become text of the notice. */
export interface LeftOut {
	line: number;
	why: string;
	text: string;
}

export interface ImportedVersion {
	kind: 'version';
	version: string;
	source: string;
	/** The whole of the version's file. */
	mdx: string;
	title: string;
	/** That the words kept are those of the source without those left out. */
	proof: Proof;
	leftOut: LeftOut[];
	/** How many words are in `leftOut`. */
	wordsLeftOut: number;
	sections: number;
	remarks: Remark[];
}

/** Why a source cannot become a version, and how to mend that. */
export interface Refused {
	kind: 'refused';
	source: string;
	line: number;
	message: string;
}

/** The source says what the version before it says, and is none of its own. */
export interface Same {
	kind: 'same';
	source: string;
	as: string;
}

export type Outcome = ImportedVersion | Same | Refused;
