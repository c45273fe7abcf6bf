/** A run of words that look alike; a line break within a paragraph is a run whose text is a line feed. */
export interface Run {
	text: string;
	strong?: true;
	em?: true;
	code?: true;
	href?: string;
}

interface Place {
	/** Line of the source, counted from 1. */
	line: number;
	/** Ids of the source that links lead to here. */
	anchors: string[];
	/** Why the piece is no text of the notice; absent where it is. */
	leftOut?: string;
}

export type Heading = Place & { kind: 'heading'; level: number; runs: Run[] };
export type List = Place & { kind: 'list'; ordered: boolean; start: number; items: Piece[][] };
export type Table = Place & { kind: 'table'; rows: Run[][][] };

/** A piece of a source, in reading order, in one of the forms that a notice may have. */
export type Piece = Heading | (Place & { kind: 'paragraph'; runs: Run[] }) | List | Table;

/** Something that whoever imports a text should know of. */
export interface Remark {
	line: number;
	message: string;
}

/** What became of a source. */
export interface Draft {
	/** With those left out. */
	pieces: Piece[];
	/** The title that the source gives itself beside its text, in front matter or in its head; null where it gives none. */
	title: string | null;
	remarks: Remark[];
}

export type Format = 'text' | 'html' | 'markdown';

/** The words of a text: what stands between white space. */
export const wordsIn = (text: string): string[] => text.split(/\s+/u).filter((it) => it !== '');

/** The text of runs. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map((it) => it.text).join('');

/** The text of a piece, its parts apart by line feeds. */
export const textOfPiece = (piece: Piece): string => {
	switch (piece.kind) {
		case 'list':
			return piece.items.flatMap((it) => it.map(textOfPiece)).join('\n');
		case 'table':
			return piece.rows.flatMap((row) => row.map(textOfRuns)).join('\n');
		default:
			return textOfRuns(piece.runs);
	}
};

/** The words of pieces, in order. */
export const wordsOf = (pieces: readonly Piece[]): string[] => pieces.flatMap((it) => wordsIn(textOfPiece(it)));

const sameLook = (a: Run, b: Run) =>
	a.strong === b.strong &&
	a.em === b.em &&
	a.code === b.code &&
	a.href === b.href &&
	a.text !== '\n' &&
	b.text !== '\n';

const spaced = (text: string) => (text === '\n' ? text : text.replace(/[^\S\u00a0]+/gu, ' '));

const joined = (runs: readonly Run[]): Run[] => {
	const out: Run[] = [];
	for (const run of runs.map((it) => ({ ...it, text: spaced(it.text) }))) {
		const last = out.at(-1);
		if (last && sameLook(last, run)) last.text = spaced(last.text + run.text);
		else if (run.text) out.push(run);
	}
	return out;
};

const endsInSpace = (run: Run | undefined) => !run || /\s$/u.test(run.text);

/** The same runs with each white space once, none at either end or beside a line break, and runs of one look together. */
export const tidyRuns = (runs: readonly Run[]): Run[] => {
	const forward: Run[] = [];
	for (const run of joined(runs)) {
		const text = endsInSpace(forward.at(-1)) && run.text !== '\n' ? run.text.trimStart() : run.text;
		const breaks = text === '\n' && (forward.at(-1)?.text ?? '\n') === '\n';
		if (text && !breaks) forward.push({ ...run, text });
	}
	const out: Run[] = [];
	for (const run of forward.toReversed()) {
		const after = out[0];
		const atEnd = !after || /^\s/u.test(after.text);
		const text = run.text === '\n' ? (after ? run.text : '') : atEnd ? run.text.trimEnd() : run.text;
		if (text) out.unshift({ ...run, text });
	}
	return out;
};
