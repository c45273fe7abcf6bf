import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '../../../schema/notice/model.ts';
import { redline } from '../../../schema/notice/redline.ts';
import { extractOf } from '../../../schema/notice/redline-extract.ts';
import { someVersion } from '../../support/versions.ts';

const words = { added: 'added', removed: 'removed' };
const { revision: promises } = someVersion('2026-01-01', null, {
	announced: '2026-01-01T00:00:00Z',
	effective: '2026-01-01T00:00:00Z',
});

const blocksOf = (paragraphs: readonly string[]): Block[] => [
	{ kind: 'heading', depth: 2, id: 'keep', text: 'How long', markdown: 'How long' },
	...paragraphs.map((text): Block => ({ kind: 'paragraph', text, markdown: text })),
];

const extract = (from: readonly string[], to: readonly string[], most = 9) => {
	const side = (id: string, paragraphs: readonly string[]) => ({
		id,
		notice: 'lantern',
		blocks: blocksOf(paragraphs),
		promises,
	});
	return extractOf(redline(side('a', from), side('b', to)), words, most);
};

it('quotes what changed under its heading, with a few words around it', () => {
	const long = 'one two three four five six seven eight nine ten';
	expect(extract([`${long} 30 days, ${long}.`], [`${long} 45 days, ${long}.`]).lines).toEqual([
		'How long: … five six seven eight nine ten [removed: 30] [added: 45] days, one two three four five …',
	]);
});

it('quotes whole passages that came or went, the long ones cut', () => {
	const long = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
	const { lines } = extract(['It stays.', 'It goes.'], ['It stays.', long]);
	expect(lines).toContain('How long: [removed: It goes.]');
	expect(lines.find((line) => line.includes('w0'))).toMatch(/^How long: \[added: w0 .* w39 …\]$/);
});

it('says how many more there are, and nothing where nothing changed', () => {
	const from = Array.from({ length: 9 }, (_, index) => `Paragraph ${index} of the old text.`);
	const to = from.map((text) => text.replace('old', 'new'));
	expect(extract(from, to, 4)).toMatchObject({ lines: { length: 4 }, more: 5 });
	expect(extract(from, from)).toEqual({ lines: [], more: 0 });
});

it('quotes no word that neither text has', () => {
	const paragraph = fc.array(fc.constantFrom('we', 'keep', 'data', '30', 'days', 'never'), { minLength: 1 });
	const text = fc.array(
		paragraph.map((it) => it.join(' ')),
		{ minLength: 1, maxLength: 4 },
	);
	fc.assert(
		fc.property(text, text, (from, to) => {
			const known = new Set([...from, ...to].join(' ').split(' '));
			const quoted = extract(from, to).lines.map((line) => line.slice('How long: '.length));
			const own = quoted.join(' ').replace(/\[(added|removed): |[\]…]/g, ' ');
			for (const word of own.match(/\S+/g) ?? []) expect(known.has(word)).toBe(true);
		}),
	);
});
