import { sectionsOf } from './anchors.ts';
import type { LinkContext } from './links.ts';
import { type Heading, type List, type Piece, type Remark, type Run, type Table, tidyRuns } from './piece.ts';
import { writeInline } from './write-inline.ts';
import { withAddresses, withLink } from './write-links.ts';

interface Context extends LinkContext {
	ids: ReadonlyMap<Heading, string>;
	depths: ReadonlyMap<Heading, number>;
	remarks: Remark[];
}

const inlineOf = (runs: readonly Run[], line: number, context: Context): string =>
	writeInline(
		tidyRuns(
			runs
				.map((it) => withLink(it, line, context))
				.flatMap(withAddresses)
				.map((it) => withLink(it, line, context)),
		),
	);

const headingOf = (heading: Heading, context: Context): string => {
	const text = writeInline(heading.runs).replace(/(?<!\\)#+$/, '\\$&');
	return `${'#'.repeat(context.depths.get(heading) ?? 2)} ${text} {#${context.ids.get(heading)}}`;
};

const tableOf = ({ rows, line }: Table, context: Context): string => {
	// Bars of words are escaped already; those of code are not.
	const cellOf = (cell: Run[]) => inlineOf(cell, line, context).replace(/(?<!\\)\|/g, '\\|');
	const [head, ...body] = rows.map((row) => `| ${row.map(cellOf).join(' | ')} |`);
	return [head, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...body].join('\n');
};

const indented = (text: string, width: number) => text.replace(/\n(?!\n)/g, `\n${' '.repeat(width)}`);

/** Whether a list may stand right below a line of words: one that counts from another number than 1 would be more words. */
const followsWords = (piece: Piece): boolean => piece.kind === 'list' && (!piece.ordered || piece.start === 1);

/** Markers change from one list to the next beside it, which would be one list otherwise. */
const listOf = (list: List, context: Context, second: boolean): string => {
	const isTight = list.items.every((item) => item.every((it) => followsWords(it) || it === item[0]));
	return list.items
		.map((item, index) => {
			const marker = list.ordered ? `${list.start + index}${second ? ')' : '.'} ` : second ? '* ' : '- ';
			return marker + indented(written(item, context, isTight ? '\n' : '\n\n'), marker.length);
		})
		.join(isTight ? '\n' : '\n\n');
};

const written = (pieces: readonly Piece[], context: Context, separator: string): string => {
	let second = false;
	return pieces
		.map((piece, index) => {
			second = piece.kind === 'list' && pieces[index - 1]?.kind === 'list' && !second;
			switch (piece.kind) {
				case 'heading':
					return headingOf(piece, context);
				case 'list':
					return listOf(piece, context, second);
				case 'table':
					return tableOf(piece, context);
				default:
					return inlineOf(piece.runs, piece.line, context);
			}
		})
		.join(separator);
};

/** Depths of headings: from 2 on, no deeper than 4, and each at most one deeper than the one above. */
const depthsOf = (headings: readonly Heading[]): Map<Heading, number> => {
	const highest = Math.min(...headings.map((it) => it.level));
	let last = 1;
	return new Map(
		headings.map((it) => {
			last = Math.min(it.level - highest + 2, last + 1, 4);
			return [it, last];
		}),
	);
};

export const headingsOf = (pieces: readonly Piece[]): Heading[] => pieces.filter((it) => it.kind === 'heading');

/** Pieces as the MDX of a notice, and what of the links became different. */
export const writeBody = (
	pieces: readonly Piece[],
	ids: ReadonlyMap<Heading, string>,
	base: string | undefined,
): { mdx: string; remarks: Remark[] } => {
	const remarks: Remark[] = [];
	const depths = depthsOf(headingsOf(pieces));
	const context = { ids, depths, base, sections: sectionsOf(pieces, ids), remarks };
	return { mdx: `${written(pieces, context, '\n\n')}\n`, remarks };
};
