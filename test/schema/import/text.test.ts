import { describe, expect, it } from 'vitest';
import { bodyOf, versionOf } from './import.ts';

const long =
	'We collect what you tell us when you order bread from us, and nothing else, and we keep it for as long as the law asks us to keep it.';

const copied = `Bread Notice

Last updated: February 1, 2024

What we collect

${long}

Categories
Examples
Collected
Sources
Identifiers
Your name.
Y
you; and cookies.
Customer records

A signature, and the like.

Some overlap with others.

N
N/A
Inferences
A profile.
N
N/A
What else

${long}

  • first
  • second

Contact

Write to us.

Ready to get started?

Make dough. Not tomorrow.

Log in to the oven
`;

describe('plain text with a paragraph on each line', () => {
	const version = versionOf(copied, 'text');

	it('finds title, headings and lists', () => {
		expect(version.title).toBe('Bread Notice');
		expect(version.mdx.match(/^## .*/gm)).toEqual([
			'## What we collect {#what-we-collect}',
			'## What else {#what-else}',
			'## Contact {#contact}',
		]);
		expect(version.mdx).toContain('- first\n- second');
	});

	it('finds the table of categories that was copied a cell a line', () => {
		expect(version.mdx).toContain(
			[
				'| Categories | Examples | Collected | Sources |',
				'| --- | --- | --- | --- |',
				'| Identifiers | Your name. | Y | you; and cookies. |',
				'| Customer records | A signature, and the like. Some overlap with others. | N | N/A |',
				'| Inferences | A profile. | N | N/A |',
			].join('\n'),
		);
	});

	it('leaves out calls to act at the end, which are no contact', () => {
		expect(version.leftOut.map((it) => it.text)).toEqual([
			'Ready to get started?',
			'Make dough. Not tomorrow.',
			'Log in to the oven',
		]);
		expect(version.mdx.endsWith('## Contact {#contact}\n\nWrite to us.\n')).toBe(true);
	});

	it('keeps the end where all is to be kept', () => {
		expect(bodyOf(copied, 'text', { keepAll: true })).toMatch(/Log in to the oven$/);
	});
});

it('never takes for chrome what speaks of the notice', () => {
	const source = `Notice\n\n${long}\n\nLearn more about your rights.\n\nSubscribe to changes of this notice.`;
	expect(versionOf(source, 'text').leftOut).toEqual([]);
});

describe('plain text that was wrapped by hand', () => {
	it('joins lines, and keeps those of an address apart', () => {
		const source =
			'Notice\n======\n\nWe bake bread for all who ask us to bake some,\nand for others.\n\n- one that goes\n  on\n- two\n\nFern Bakery\n1 Rye Lane\n';
		expect(bodyOf(source, 'text')).toBe(
			'We bake bread for all who ask us to bake some, and for others.\n\n- one that goes\\\n  on\n- two\n\nFern Bakery\\\n1 Rye Lane',
		);
	});

	it('keeps numbers that begin a line, since no list may count anew', () => {
		expect(bodyOf('Notice\n\n2. We bake.\n\n4. We care.\n', 'text')).toBe('2\\. We bake.\n\n4\\. We care.');
	});
});
