import type { Element } from './elements.ts';
import { type Piece, type Remark, type Run, tidyRuns } from './piece.ts';

/** How the words at hand look and where they stand. */
export interface Look extends Omit<Run, 'text'> {
	/** Why they are left out; absent where they are kept. */
	leftOut?: string;
	/** Within a list or a table, where no heading can stand. */
	nested?: true;
	/** Line feeds of the source are line breaks. */
	verbatim?: true;
}

/** The pieces read so far, and the paragraph at hand. */
export interface Flow {
	pieces: Piece[];
	runs: Run[];
	/** Ids met since the last piece. */
	anchors: string[];
	line: number;
	remarks: Remark[];
	/** Why an element is left out, given why what it stands in is. */
	leftOut: (element: Element, outer: string | undefined) => string | undefined;
}

/** A flow of its own for what stands within an item or a cell. */
export const within = (flow: Flow): Flow => ({ ...flow, pieces: [], runs: [], anchors: [] });

/** Where the next piece stands; the ids met before it are its own. */
export const place = (flow: Flow, { leftOut }: Look) => {
	const { anchors, line } = flow;
	flow.anchors = [];
	return { line, anchors, ...(leftOut === undefined ? {} : { leftOut }) };
};

/** Ends the paragraph at hand, if one was begun. */
export const flush = (flow: Flow, look: Look): void => {
	const runs = tidyRuns(flow.runs);
	flow.runs = [];
	if (runs.length) flow.pieces.push({ kind: 'paragraph', runs, ...place(flow, look) });
};

/** Remarks on what is kept; what is left out is listed whole. */
export const say = (flow: Flow, { leftOut }: Look, message: string): void => {
	if (leftOut === undefined) flow.remarks.push({ line: flow.line, message });
};

export const addText = (flow: Flow, { leftOut: _, nested: __, verbatim, ...run }: Look, value: string): void => {
	const parts = verbatim ? value.split(/(\n)/) : [value];
	flow.runs.push(...parts.map((text) => ({ ...run, text })));
};
