import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { attribute, type Element, elementsIn, inline, isElement, isText, type Node, silent } from './elements.ts';
import { chromeOf, frameOf } from './html-chrome.ts';
import { addText, type Flow, flush, type Look, place, say, within } from './html-flow.ts';
import { cellsOf, grid, isLayout } from './html-table.ts';
import { type Draft, type Piece, type Run, textOfPiece, tidyRuns } from './piece.ts';

const looks: Readonly<Record<string, Look>> = {
	b: { strong: true },
	strong: { strong: true },
	dt: { strong: true },
	i: { em: true },
	em: { em: true },
	cite: { em: true },
	code: { code: true },
	kbd: { code: true },
	samp: { code: true },
	pre: { verbatim: true },
};

const lost: Readonly<Record<string, string>> = {
	blockquote:
		'A quotation became paragraphs, since a notice has none. Put quotation marks around them if they are needed.',
	pre: 'A block of code became a paragraph, since a notice has none.',
	del: 'Struck-out words are kept as plain words. Remove them if they were not to be read.',
	s: 'Struck-out words are kept as plain words. Remove them if they were not to be read.',
	strike: 'Struck-out words are kept as plain words. Remove them if they were not to be read.',
};

const lookOf = (element: Element, look: Look): Look => {
	const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
	return { ...look, ...looks[element.tagName], ...(href === undefined ? {} : { href: href.trim() }) };
};

const special: Readonly<Record<string, (element: Element, flow: Flow, look: Look) => void>> = {
	br: (_, flow) => flow.runs.push({ text: '\n' }),
	img: (element, flow, look) => {
		const words = attribute(element, 'alt')?.trim();
		if (words) addText(flow, look, words);
		say(flow, look, words ? `A picture became its words: '${words}'.` : 'A picture that has no words was dropped.');
	},
	button: (element, flow, look) => {
		addText(flow, look, ' ');
		children(element, flow, look);
		addText(flow, look, ' ');
	},
	ul: (element, flow, look) => list(element, flow, look, false),
	menu: (element, flow, look) => list(element, flow, look, false),
	ol: (element, flow, look) => list(element, flow, look, true),
	table: (element, flow, look) => (isLayout(element) ? children : table)(element, flow, look),
	...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, heading(level)])),
};

function heading(level: number) {
	return (element: Element, flow: Flow, look: Look): void => {
		flush(flow, look);
		children(element, flow, look.nested ? { ...look, strong: true } : look);
		if (look.nested) flush(flow, look);
		const runs = tidyRuns(flow.runs.map(({ text }) => ({ text: text.replaceAll('\n', ' ') })));
		flow.runs = [];
		if (runs.length) flow.pieces.push({ kind: 'heading', level, runs, ...place(flow, look) });
	};
}

const itemPieces = (node: Node, flow: Flow, look: Look): Piece[] => {
	const inner = within(flow);
	visit(node, inner, { ...look, nested: true });
	flush(inner, look);
	flow.line = inner.line;
	flow.anchors.push(...inner.anchors);
	return inner.pieces;
};

const list = (element: Element, flow: Flow, look: Look, ordered: boolean): void => {
	flush(flow, look);
	const at = place(flow, look);
	const items = element.childNodes.map((it) => itemPieces(it, flow, look)).filter((it) => it.length);
	const type = attribute(element, 'type') ?? '1';
	if (ordered && type !== '1')
		say(flow, look, `A list marked '${type}' is numbered 1, 2, 3 now. Look for what refers to it.`);
	const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
	if (items.length) flow.pieces.push({ kind: 'list', ordered, start: start >= 0 ? start : 1, items, ...at });
};

const cellRuns = (cell: Element, flow: Flow, look: Look): Run[] => {
	const inner = within(flow);
	children(cell, inner, { ...look, nested: true });
	flush(inner, look);
	flow.anchors.push(...inner.anchors, ...inner.pieces.flatMap((it) => it.anchors));
	const runs = inner.pieces.flatMap((it) => [...('runs' in it ? it.runs : [{ text: textOfPiece(it) }]), { text: ' ' }]);
	return tidyRuns(runs.map((it) => ({ ...it, text: it.text.replaceAll('\n', ' ') })));
};

const table = (element: Element, flow: Flow, look: Look): void => {
	flush(flow, look);
	for (const it of element.childNodes) if (isElement(it) && it.tagName === 'caption') visit(it, flow, look);
	const at = place(flow, look);
	const rows = grid(element, (cell) => cellRuns(cell, flow, look));
	if (cellsOf(element)[0]?.every((it) => it.tagName === 'td')) {
		say(flow, look, 'A table had no row of headings; its first row stands there now.');
	}
	if (rows.length) flow.pieces.push({ kind: 'table', rows, ...at });
};

const children = (element: Element, flow: Flow, look: Look): void => {
	for (const child of element.childNodes) visit(child, flow, look);
};

const locate = (element: Element, flow: Flow) => {
	const line = Number(attribute(element, 'data-line') ?? element.sourceCodeLocation?.startLine ?? 0);
	if (line > 0) flow.line = line;
	const anchor = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : undefined);
	if (anchor) flow.anchors.push(anchor);
};

const visitElement = (element: Element, flow: Flow, look: Look): void => {
	const ends = !inline.has(element.tagName) && !['br', 'button'].includes(element.tagName);
	if (ends) flush(flow, look);
	locate(element, flow);
	const message = lost[element.tagName];
	if (message) say(flow, look, message);
	const inner = lookOf(element, look);
	const read = special[element.tagName];
	if (read) read(element, flow, inner);
	else children(element, flow, inner);
	if (ends) flush(flow, inner);
};

/** An element that is left out, or kept within what is, begins and ends pieces. */
const visitApart = (element: Element, flow: Flow, look: Look): void => {
	const { leftOut: outer, ...rest } = look;
	const leftOut = flow.leftOut(element, outer);
	const inner = leftOut === undefined ? rest : { ...rest, leftOut };
	if (leftOut !== outer) flush(flow, look);
	visitElement(element, flow, inner);
	if (leftOut !== outer) flush(flow, inner);
};

const visit = (node: Node, flow: Flow, look: Look): void => {
	if (isText(node)) addText(flow, look, node.value);
	else if (isElement(node) && !silent.has(node.tagName)) visitApart(node, flow, look);
};

const titleOf = (document: DefaultTreeAdapterTypes.Document): string | null => {
	const title = elementsIn(document).find((it) => it.tagName === 'title');
	const words = title?.childNodes.filter(isText).map((it) => it.value);
	return words?.join('').trim() || null;
};

/** The pieces of an HTML page, and of HTML that Markdown became, whose elements name their lines in `data-line`. */
export const readHtml = (source: string, options: { located: boolean; keepAll: boolean }): Draft => {
	const document = parse(source, { scriptingEnabled: false, sourceCodeLocationInfo: options.located });
	const frame = options.keepAll ? null : frameOf(document);
	const leftOut: Flow['leftOut'] = (element, now) => {
		if (options.keepAll || element === frame) return undefined;
		return now ?? chromeOf(element, frame !== null);
	};
	const flow: Flow = { pieces: [], runs: [], anchors: [], line: 1, remarks: [], leftOut };
	const look = frame ? { leftOut: `page chrome: outside <${frame.tagName}>` } : {};
	for (const node of document.childNodes) visit(node, flow, look);
	flush(flow, look);
	return { pieces: flow.pieces, title: titleOf(document), remarks: flow.remarks };
};
