import { holdsPlace } from '../rules/f6-no-placeholders.ts';
import { type LinkContext, linkFor } from './links.ts';
import {
	type Heading,
	type List,
	type Piece,
	type Remark,
	type Run,
	type Table,
	textOfRuns,
	tidyRuns,
} from './piece.ts';
import { writeInline } from './write-inline.ts';

interface Context extends LinkContext {
	ids: ReadonlyMap<Heading, string>;
	depths: ReadonlyMap<Heading, number>;
	remarks: Remark[];
}

const address = /(?<![\p{L}\p{N}])((?:https?:\/\/|www\.)[^\s<>|{}\\^`]*[^\s<>|{}\\^`?!.,:;*_~'")\]])/iu;

/** What an address in plain words would not survive: becoming a link that is not encrypted, or having its marks escaped. */
const isDelicate = (text: string) => !/^https:/i.test(text) || /[*_[\]~&]/.test(text);

/** Addresses in plain words as links of their own, where they cannot be left as they are. */
const withAddresses = (run: Run): Run[] => {
	if (run.href !== undefined || (run.code && !holdsPlace(run.text))) return [run];
	return run.text.split(address).map((text, index) => {
		const href = /^www\./i.test(text) ? `http://${text}` : text;
		return { ...run, text, ...(index % 2 && isDelicate(text) ? { href } : {}) };
	});
};

/** Whether words become that same link by themselves. */
const linksItself = (text: string, target: string) =>
	!isDelicate(`https:${text}`) && [text, `${text}/`, `mailto:${text}`].includes(target);

const withLink = (run: Run, line: number, { remarks, ...context }: Context): Run => {
	const { href, ...words } = run;
	if (href === undefined) return words;
	const target = linkFor(href, context);
	const say = (message: string) => {
		if (!remarks.some((it) => it.message === message)) remarks.push({ line, message });
	};
	if (target === null) {
		const where = href.startsWith('#') ? 'no part of this text' : 'nowhere that a notice can link to';
		say(
			`The link '${href}' leads to ${where}; its words are kept.${/^[/.\w]/.test(href) ? ' --base <address of the old page> may tell where it led.' : ''}`,
		);
		return words;
	}
	if (linksItself(words.text, target)) return words;
	if (/^http:/i.test(href)) say(`The link '${href}' begins with https now. Look whether it still leads there.`);
	return { ...words, href: target };
};

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

/** Markers change from one list to the next beside it, which would be one list otherwise. */
const listOf = (list: List, context: Context, second: boolean): string => {
	const isTight = list.items.every((item) => item.every((it) => it.kind === 'list' || it === item[0]));
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
const sectionsOf = (pieces: readonly Piece[], ids: Context['ids']): Map<string, string> => {
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
