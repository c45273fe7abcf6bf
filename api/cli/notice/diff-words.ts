import { styleText } from 'node:util';
import { nameOfCode } from '../../../schema/materiality/codes.ts';
import type { FiredCode, Verdict } from '../../../schema/materiality/model.ts';
import type { Redline, RedlineBlock, Span } from '../../../schema/notice/model.ts';
import { type Piece, type PiecedSection, piecesOf } from '../../../schema/notice/redline-pieces.ts';
import { count } from './findings.ts';

// Colour goes where a terminal shows it and NO_COLOR is not set; the marks say the same without it.
const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
	styleText(style, text, { stream: process.stdout });

const marked = ({ op, text }: Span): string => {
	if (op === 'equal') return text;
	return op === 'insert' ? paint('green', `{+${text}+}`) : paint('red', `[-${text}-]`);
};

const head = (text: string): string => paint('bold', text);

const classes = {
	editorial: 'Editorial: only looks and slips of the pen changed.',
	substantive:
		'Substantive: the words say something else, and nothing shows that it is material. Its author must say why.',
	material: 'Material: it changes what people were promised.',
} as const;

const codeLines = ({ code, direction, evidence }: FiredCode): string[] => [
	`  ${code.padEnd(3)} ${nameOfCode(code)}, ${direction}`,
	...evidence.map((it) => `        ${it.replace(/\s+/g, ' ')}`),
];

const blockText = ({ block, spans }: RedlineBlock): string => {
	const mark =
		block.kind === 'heading' ? `${'#'.repeat(block.depth)} ` : block.kind === 'item' ? `${block.marker} ` : '';
	return `  ${mark}${spans.map(marked).join('')}`;
};

const pieceLines = (piece: Piece): string[] =>
	piece.kind === 'same'
		? [paint('dim', `  … ${count(piece.words, 'word')} unchanged`)]
		: piece.blocks.filter(({ block }) => block.text.trim() !== '').map(blockText);

const sectionLines = ({ section, heading, pieces, words }: PiecedSection): string[] => {
	const name = section.heading || 'Before the first heading';
	if (section.op === 'equal') return [paint('dim', `… ${name}: ${count(words, 'word')} unchanged`)];
	const moved =
		section.moved === undefined
			? []
			: [
					paint(
						'dim',
						`  ${section.op === 'insert' ? 'moved here, from after' : 'moved away, to after'} ${section.moved || 'the beginning'}`,
					),
				];
	return ['', head(heading ? name : `${name} (${sectionWords[section.op]})`), ...moved, ...pieces.flatMap(pieceLines)];
};

const sectionWords = { insert: 'new', delete: 'removed', change: 'changed' } as const;

const listed = (lines: readonly string[], none: string): string[] =>
	lines.length ? lines.map((it) => `  ${it}`) : [`  ${none}`];

/** A comparison for a terminal: what it amounts to, why, the promises that changed, and the words. */
export const diffInWords = (redline: Redline, { class: amount, codes }: Verdict): string => {
	const { sections } = piecesOf(redline);
	return [
		`${redline.from} → ${redline.to}`,
		'',
		head(classes[amount]),
		...codes.flatMap(codeLines),
		'',
		head('Promises'),
		...listed(
			redline.data.map(({ line }) => line),
			'None changed, or the texts state none as data.',
		),
		'',
		head('Text'),
		...(redline.sections.every(({ op }) => op === 'equal') ? ['  The same in both.'] : sections.flatMap(sectionLines)),
	].join('\n');
};
