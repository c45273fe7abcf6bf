import { topSection } from '../notice/blocks.ts';
import { slug } from '../notice/frontmatter.ts';
import { type Heading, type Piece, textOfRuns, wordsIn, wordsOf } from './piece.ts';

/** A section as the next version is compared with it. */
export interface SectionProfile {
	id: string;
	heading: string;
	words: ReadonlySet<string>;
}

/** Below this likeness two sections are not the same one changed, but one gone and one come. */
const threshold = 0.5;

/** Longer ids help nobody who reads an address. */
const maxLength = 60;

const keyOf = (heading: string) =>
	heading
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/^[\s(]*(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]\s+/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** An id in the words of a heading; `section` where it has none in Latin letters. */
const idFrom = (heading: string): string => {
	const words = keyOf(heading).match(/[a-z0-9]+/g) ?? [];
	const id = words
		.reduce((text, word) => (text.length + word.length < maxLength ? `${text}-${word}` : text), '')
		.slice(1)
		.replace(/^[\d-]+/, '');
	return id || 'section';
};

const free = (id: string, taken: ReadonlySet<string>): string => {
	if (!taken.has(id) && id !== topSection) return id;
	for (let count = 2; ; count++) if (!taken.has(`${id}-${count}`)) return `${id}-${count}`;
};

/** Headings with the words of their sections. */
export const profilesOf = (
	pieces: readonly Piece[],
): { heading: Heading; key: string; words: ReadonlySet<string> }[] => {
	const heads = pieces.flatMap((piece, index) => (piece.kind === 'heading' ? [{ heading: piece, index }] : []));
	return heads.map(({ heading, index }, place) => ({
		heading,
		key: keyOf(textOfRuns(heading.runs)),
		words: new Set(wordsOf(pieces.slice(index, heads[place + 1]?.index))),
	}));
};

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
	a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);

const headingLikeness = (a: string, b: string) => likeness(new Set(wordsIn(keyOf(a))), new Set(wordsIn(keyOf(b))));

/**
 * An id for each heading: that of the section before with the same heading, or with much the same words; else a new one,
 * which no section of any earlier version (`used`) ever had.
 */
export const assignIds = (
	pieces: readonly Piece[],
	before: readonly SectionProfile[],
	used: ReadonlySet<string>,
): { ids: Map<Heading, string>; sections: SectionProfile[] } => {
	const profiles = profilesOf(pieces);
	const ids = new Map<Heading, string>();
	const left = [...before];
	const take = (heading: Heading, found: SectionProfile | undefined) => {
		if (!found) return;
		ids.set(heading, found.id);
		left.splice(left.indexOf(found), 1);
	};
	for (const { heading, key } of profiles) {
		take(
			heading,
			left.find((it) => keyOf(it.heading) === key),
		);
	}
	for (const { heading, words } of profiles.filter((it) => !ids.has(it.heading))) {
		const text = textOfRuns(heading.runs);
		const score = (it: SectionProfile) => Math.max(likeness(it.words, words), headingLikeness(it.heading, text));
		const best = left.toSorted((a, b) => score(b) - score(a))[0];
		take(heading, best && score(best) >= threshold ? best : undefined);
	}
	const taken = new Set(used);
	for (const { heading } of profiles.filter((it) => !ids.has(it.heading))) {
		const own = heading.anchors.find((it) => slug.safeParse(it).success && it.length <= maxLength);
		const id = free(own ?? idFrom(textOfRuns(heading.runs)), taken);
		taken.add(id);
		ids.set(heading, id);
	}
	const sections = profiles.map(({ heading, words }) => ({
		id: ids.get(heading) ?? '',
		heading: textOfRuns(heading.runs),
		words,
	}));
	return { ids, sections };
};
