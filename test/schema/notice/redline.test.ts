import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Redline, Span } from '../../../schema/notice/model.ts';
import { plainText, redline } from '../../../schema/notice/redline.ts';
import { somePromises } from '../../support/promises.ts';

const promises = somePromises();
const compare = (from: Block[], to: Block[]): Redline =>
	redline({ id: 'a', notice: 'n', blocks: from, promises }, { id: 'b', notice: 'n', blocks: to, promises });

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, markdown: text });
const heading = (id: string, text: string): Block => ({ kind: 'heading', depth: 2, id, text, markdown: text });
const row = (...cells: string[]): Block => {
	const text = cells.join(' | ');
	return { kind: 'row', header: false, cells, text, markdown: text };
};

const side = (spans: readonly Span[], without: Span['op']) =>
	spans.map(({ op, text }) => (op === without ? '' : text)).join('');
const marks = (spans: readonly Span[]) =>
	spans.map(({ op, text }) => (op === 'equal' ? text : op === 'insert' ? `{+${text}+}` : `[-${text}-]`)).join('');

const words = fc
	.array(fc.constantFrom('we', 'may', 'not', 'share', 'data', 'with', 'you', '30', 'days', ',', '\n', 'Ω', '🙂'), {
		maxLength: 12,
	})
	.map((list) => list.join(' '));
const block: fc.Arbitrary<Block> = fc.oneof(
	words.map(paragraph),
	fc.string({ unit: 'binary', maxLength: 20 }).map(paragraph),
	fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), words).map(([id, text]) => heading(id, text)),
	words.map((text): Block => ({ kind: 'item', depth: 0, marker: '•', text, markdown: text })),
	fc.array(words, { minLength: 1, maxLength: 4 }).map((cells) => row(...cells)),
);
const text = fc.array(block, { maxLength: 14 });

describe('the spans', () => {
	it('rebuild both texts to the letter', () => {
		fc.assert(
			fc.property(text, text, (from, to) => {
				const { spans } = compare(from, to);
				expect(side(spans, 'insert')).toBe(plainText(from));
				expect(side(spans, 'delete')).toBe(plainText(to));
			}),
			{ numRuns: 500 },
		);
	});

	it('are all equal between identical texts', () => {
		fc.assert(
			fc.property(text, (blocks) => {
				const { spans, sections, data } = compare(blocks, structuredClone(blocks));
				expect(spans.every(({ op }) => op === 'equal')).toBe(true);
				expect(sections.every(({ op, blocks }) => op === 'equal' && blocks.every((it) => it.op === 'equal'))).toBe(
					true,
				);
				expect(data).toEqual([]);
			}),
		);
	});

	it('are never empty, never two of a kind side by side, and remove before they add', () => {
		fc.assert(
			fc.property(text, text, (from, to) => {
				const { spans, sections } = compare(from, to);
				const lists = [spans, ...sections.flatMap(({ blocks }) => blocks.map((it) => it.spans))];
				for (const list of lists) {
					for (const [i, span] of list.entries()) {
						expect(span.text).not.toBe('');
						expect(span.op).not.toBe(list[i + 1]?.op);
						if (span.op === 'insert') expect(list[i + 1]?.op ?? 'equal').toBe('equal');
					}
				}
			}),
		);
	});

	it('of a block rebuild the block, and its cells each cell', () => {
		fc.assert(
			fc.property(text, text, (from, to) => {
				const blocks = compare(from, to).sections.flatMap((it) => it.blocks);
				const next = blocks.filter(({ op }) => op !== 'delete');
				expect(next.map(({ block }) => block)).toEqual(to);
				expect(next.map(({ spans }) => side(spans, 'delete'))).toEqual(to.map((it) => it.text));
				expect(blocks.filter(({ op }) => op !== 'insert').map(({ spans }) => side(spans, 'insert'))).toEqual(
					from.map((it) => it.text),
				);
				for (const { block, cells } of next) {
					if (block.kind === 'row') {
						expect(cells?.map((spans) => side(spans, 'delete')).slice(0, block.cells.length)).toEqual(block.cells);
					}
				}
			}),
		);
	});
});

describe('a redline', () => {
	const change = (from: string, to: string) => marks(compare([paragraph(from)], [paragraph(to)]).spans);

	it('marks whole words', () => {
		expect(change('We answer within 45 days.', 'We answer within 30 days.')).toBe(
			'We answer within [-45-]{+30+} days.',
		);
		expect(change('We may share it.', 'We share it.')).toBe('We [-may -]share it.');
	});

	it('groups changes that only a short word keeps apart', () => {
		expect(change('put off to 60 or 75 days in all', 'put off to 80 or 90 days in all')).toBe(
			'put off to [-60 or 75-]{+80 or 90+} days in all',
		);
	});

	it('pairs a reworded paragraph with its old self and not with its neighbour', () => {
		const [a, b] = ['We keep your letters for two years.', 'Ask us at any time to delete what we hold about you.'];
		const { sections } = compare(
			[paragraph(a), paragraph(b)],
			[paragraph('New here.'), paragraph(`${a} No longer.`), paragraph(b)],
		);
		expect(sections[0]?.blocks.map(({ op }) => op)).toEqual(['insert', 'change', 'equal']);
	});

	it('pairs rows by their first cell, whatever the rest says', () => {
		const { sections } = compare(
			[row('Geolocation', 'no', 'none')],
			[row('Names', 'yes', 'you'), row('Geolocation', 'yes', 'your device, roughly')],
		);
		expect(sections[0]?.blocks.map(({ op }) => op)).toEqual(['insert', 'change']);
		expect(sections[0]?.blocks[1]?.cells?.map(marks)).toEqual([
			'Geolocation',
			'[-no-]{+yes+}',
			'[-none-]{+your device, roughly+}',
		]);
	});

	it('shows a new last column as added to each row', () => {
		const { spans } = compare(
			[row('Names', 'yes'), row('Places', 'no')],
			[row('Names', 'yes', '2 years'), row('Places', 'no', '—')],
		);
		expect(marks(spans)).toBe('Names | yes{+ | 2 years+}\nPlaces | no{+ | —+}');
	});

	it('shows a removed section in its place and a new one in its own', () => {
		const from = [heading('a', 'A'), paragraph('one'), heading('b', 'B'), paragraph('two'), heading('c', 'C')];
		const to = [heading('a', 'A'), paragraph('one'), heading('d', 'D'), heading('c', 'C')];
		expect(compare(from, to).sections.map(({ id, op }) => `${op} ${id}`)).toEqual([
			'equal a',
			'delete b',
			'insert d',
			'equal c',
		]);
	});

	it('shows a section whose order changed as gone from one place and come to another', () => {
		const { sections } = compare([heading('a', 'A'), heading('b', 'B')], [heading('b', 'B'), heading('a', 'A')]);
		expect(sections.map(({ op }) => op).sort()).toEqual(['delete', 'equal', 'insert']);
	});

	it('says of a section that moved which one it stood after, and now stands after', () => {
		const { sections } = compare(
			[heading('a', 'A'), heading('b', 'B'), heading('c', 'C')],
			[heading('c', 'C'), heading('a', 'A'), heading('b', 'B')],
		);
		expect(
			sections.flatMap(({ id, op, moved }) => (moved === undefined ? [] : [`${op} ${id} after ${moved}`])),
		).toEqual(['insert c after B', 'delete c after ']);
	});

	it('takes a section under another name for the same where its words are alike', () => {
		const words = paragraph('We keep the letters that you write to us for two years and not longer.');
		const { sections } = compare([heading('keep', 'Keeping'), words], [heading('time', 'How long'), words]);
		expect(sections.map(({ id, op }) => `${op} ${id}`)).toEqual(['change time']);
	});

	it('calls a block changed whose link goes elsewhere though its words are the same', () => {
		const link = (to: string): Block => ({ kind: 'paragraph', text: 'Write to us', markdown: `[Write to us](${to})` });
		expect(compare([link('/a')], [link('/b')]).sections[0]?.blocks[0]?.op).toBe('change');
	});

	it('of two 12,000-word texts with nothing in common takes less than three seconds', () => {
		const long = (seed: string) =>
			Array.from({ length: 200 }, (_, i) =>
				paragraph(Array.from({ length: 60 }, (_, j) => `${seed}${(i * 7 + j * 13) % 997}`).join(' ')),
			);
		const started = performance.now();
		compare(long('x'), long('y'));
		compare([paragraph(plainText(long('x')))], [paragraph(plainText(long('y')))]);
		expect(performance.now() - started).toBeLessThan(3000);
	});
});
