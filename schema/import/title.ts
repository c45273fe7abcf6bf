import { holdsPlace } from '../rules/f6-no-placeholders.ts';
import { type Piece, type Remark, textOfRuns } from './piece.ts';
import { headingsOf } from './write.ts';

const same = (a: string, b: string) => a.toLowerCase().replace(/\s+/g, ' ') === b.toLowerCase().replace(/\s+/g, ' ');

interface Titled {
	title: string;
	/** Whether the title was a heading of the text, which the page prints as its title now. */
	fromText: boolean;
	/** The text without that heading. */
	pieces: Piece[];
	remarks: Remark[];
}

/** The heading at the top of a text that is its title: it is higher than all others, or the text has no title besides. */
const titleHeading = (pieces: readonly Piece[], hasOther: boolean): string | null => {
	const [first] = pieces;
	const [, ...others] = headingsOf(pieces);
	if (first?.kind !== 'heading' || holdsPlace(textOfRuns(first.runs))) return null;
	return !hasOther || others.every((it) => it.level > first.level) ? textOfRuns(first.runs) : null;
};

/** What a title can be taken from besides the text. */
export interface Titles {
	/** What whoever imports the text wished. */
	wished: string | undefined;
	/** What the source says beside its text. */
	beside: string | null;
	/** What the version before has, or the notice's name. */
	fallback: string;
}

/** A text with its title taken off: the one that was wished, else the text's own, else the next best. */
export const titled = (pieces: readonly Piece[], { wished, fallback, ...titles }: Titles): Titled => {
	const beside = titles.beside && !holdsPlace(titles.beside) ? titles.beside : null;
	const own = titleHeading(pieces, beside !== null);
	const [, ...rest] = pieces;
	if (own !== null && rest.length && (wished === undefined || same(own, wished))) {
		return { title: own, fromText: true, pieces: rest, remarks: [] };
	}
	const title = wished ?? beside ?? fallback;
	const message = `The text begins with no title of its own; '${title}' stands in for it. --title gives another.`;
	return { title, fromText: false, pieces: [...pieces], remarks: wished === undefined ? [{ line: 1, message }] : [] };
};
