import { type Heading, type Piece, textOfRuns } from './piece.ts';

/** The id that most Markdown processors give a heading which has none. */
const anchorOf = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');

const anchorsIn = (piece: Piece): string[] => [
	...piece.anchors,
	...(piece.kind === 'list' ? piece.items.flat().flatMap(anchorsIn) : []),
];

/**
 * The section that each id of the source lies in: that of the heading which carries it, or of the one before it. The ids that
 * processors make of headings come last, since authors' own go before.
 */
export const sectionsOf = (pieces: readonly Piece[], ids: ReadonlyMap<Heading, string>): Map<string, string> => {
	const own: [string, string][] = [];
	const implied: [string, string][] = [];
	let here: string | undefined;
	for (const piece of pieces) {
		if (piece.kind === 'heading') here = ids.get(piece);
		if (here === undefined) continue;
		const section = here;
		own.push(...anchorsIn(piece).map((it): [string, string] => [it, section]));
		if (piece.kind === 'heading') implied.push([anchorOf(textOfRuns(piece.runs)), section], [section, section]);
	}
	return new Map([...own, ...implied].toReversed());
};
