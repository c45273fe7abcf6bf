import { describe, expect, it } from 'vitest';
import { blocksOf, sectionsOf } from '../../../schema/notice/blocks.ts';
import { normalisedText, sha256 } from '../../../schema/notice/hash.ts';
import { parseBody } from '../../../schema/notice/parse.ts';
import { sectionTextOf, textOf } from '../../../schema/notice/text.ts';

const blocks = (source: string) => {
	const body = parseBody(source);
	if ('flaw' in body) throw new Error(body.flaw.message);
	return blocksOf(body.root.children);
};

const source = `Before *all* headings,
on two lines.

## First {#first}

See [the second](#second), **now**.

- one
  1. inner
- two

  more of two

| A | B |
|---|---|
| 1 | 2 |

### Second {#second}

A line\\
and another.
`;

describe('a text as blocks', () => {
	it('is read in order, with depth, marker and cells', () => {
		const short = blocks(source).map((it) => [it.kind, it.text, ...(it.kind === 'item' ? [it.depth, it.marker] : [])]);
		expect(short).toEqual([
			['paragraph', 'Before all headings, on two lines.'],
			['heading', 'First'],
			['paragraph', 'See the second, now.'],
			['item', 'one', 0, '•'],
			['item', 'inner', 1, '1.'],
			['item', 'two', 0, '•'],
			['item', 'more of two', 0, ''],
			['row', 'A | B'],
			['row', '1 | 2'],
			['heading', 'Second'],
			['paragraph', 'A line\nand another.'],
		]);
	});

	it('gives what stands before the first heading to the section top', () => {
		const sections = sectionsOf(blocks(source));
		expect(sections.map((it) => [it.id, it.heading, it.blocks.length])).toEqual([
			['top', '', 1],
			['first', 'First', 8],
			['second', 'Second', 2],
		]);
		expect(sections[2] && sectionTextOf(sections[2], 'PLAIN')).toBe('A line\nand another.');
	});
});

describe('the text of an edition', () => {
	it('is plain words, or Markdown that says the same when it is read again', () => {
		const edition = { blocks: blocks(source) };
		expect(textOf(edition, 'PLAIN')).toContain('See the second, now.\n\n• one\n   1. inner\n• two');
		expect(textOf(edition, 'MARKDOWN')).toContain('## First {#first}\n\nSee [the second](#second), **now**.');
		expect(textOf(edition, 'MARKDOWN')).toContain('| A | B |\n| --- | --- |\n| 1 | 2 |');
	});
});

describe('the normalised text', () => {
	const same = (a: string, b: string) => sha256(normalisedText(blocks(a))) === sha256(normalisedText(blocks(b)));

	it.each([
		['wrapping', 'one two three', 'one\ntwo   three'],
		['the way a list is marked', '- one\n- two', '* one\n* two'],
		['composed and decomposed letters', 'caf\u00e9', 'cafe\u0301'],
		['the way emphasis is marked', 'so *it* is', 'so _it_ is'],
	])('does not change with %s', (_, a, b) => {
		expect(same(a, b)).toBe(true);
	});

	it.each([
		['a word', 'we may', 'we will'],
		['the target of a link', '[a](/b/)', '[a](/c/)'],
		['the id of a section', '## A {#a}', '## A {#b}'],
		['the level of a heading', '## A {#a}', '### A {#a}'],
		['the depth of a list', '- a\n- b', '- a\n  - b'],
	])('changes with %s', (_, a, b) => {
		expect(same(a, b)).toBe(false);
	});
});

it('hashes data whatever the order of its fields', () => {
	expect(sha256({ b: 1, a: [2] })).toBe(sha256({ a: [2], b: 1 }));
	// The empty object's JCS form is {}, whose SHA-256 is well known.
	expect(sha256({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});
