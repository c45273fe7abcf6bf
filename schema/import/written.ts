import type { Block } from '../notice/model.ts';
import type { Sections } from './changes.ts';
import type { SectionProfile } from './section-ids.ts';

/** A version as those after it are compared with it. */
export interface Written extends Sections {
	id: string;
	title: string;
	blocks: Block[];
	/** Its title and pieces, to be told apart from those of others. */
	key: string;
	/** Its text without its own date. */
	text: string;
	profiles: SectionProfile[];
}

/** What a version needs to know of those before it. */
export interface History {
	versions: readonly Written[];
	/** Ids of all sections that ever were. */
	used: ReadonlySet<string>;
}
