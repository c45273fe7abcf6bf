import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../schema/import/outcome.ts';
import { bodyOf, formFlaws, versionOf } from './import.ts';

const body = (source: string, changed: Partial<Settings> = {}) => bodyOf(`# Notice\n\n${source}`, 'markdown', changed);

describe('Markdown that a notice may not contain', () => {
	it.each([
		['a picture becomes its words', 'See ![our shop](shop.png).', 'See our shop.'],
		['a quotation becomes a paragraph', '> We bake.\n> We care.', 'We bake. We care.'],
		['a block of code becomes lines', '```\nfirst\nsecond\n```', '`first`\\\n`second`'],
		['a line across is dropped', 'One.\n\n---\n\nTwo.', 'One.\n\nTwo.'],
		[
			'a note stands where it is, marked in both places',
			'We bake[^1].\n\n[^1]: With rye.',
			'We bake\\[1\\].\n\n\\[1\\] With rye.',
		],
		['HTML becomes Markdown', 'We <strong>never</strong> <u>sell</u> it.<br>Never.', 'We **never** sell it.\\\nNever.'],
		['a tag that nothing closes reaches as far as in a browser', '<em>May<em>\n\nWe bake.', '*May*\n\n*We bake.*'],
		['a comment is no text', '<!-- not for readers -->\n\nWe bake.', 'We bake.'],
		['struck-out words stay', 'We ~~sell~~ keep it.', 'We sell keep it.'],
		['a box to tick goes and its words stay', '- [x] We bake.', '- We bake.'],
	])('%s', (_, source, expected) => {
		expect(body(source)).toBe(expected);
	});
});

describe('words that MDX would read as something else', () => {
	it.each([
		['braces', 'Ask {us}.', 'Ask \\{us\\}.'],
		['angle brackets', 'Fewer than 3 < 4 > 2 & more.', 'Fewer than 3 \\< 4 > 2 & more.'],
		['an entity written out', 'AT&amp;T and &amp;copy; too', 'AT&T and \\&copy; too'],
		['stars that mark nothing', '**Account: **We ask.', '\\*\\*Account: \\*\\*We ask.'],
		['a line that looks like a program', 'import duties are paid', '&#105;mport duties are paid'],
		['a paragraph that looks like a list', '1986\\. A good year.', '1986\\. A good year.'],
		['a template', 'Last updated: {{ page.date }}', 'Last updated: \\{\\{ page.date \\}\\}'],
		['a place held in a text of old', 'Valid from [DATE] on, TBD.', 'Valid from &#91;DATE\\] on, &#84;BD.'],
		['the Spanish word for everything', 'Sobre todo, pan.', 'Sobre todo, pan.'],
		['a script that runs from right to left', 'نحن نخبز \u200fالخبز\u200e.', 'نحن نخبز \u200fالخبز\u200e.'],
	])('%s', (_, source, expected) => {
		expect(body(source)).toBe(expected);
	});
});

describe('tables', () => {
	it('keeps cells beyond the row of headings', () => {
		expect(body('| a |\n| --- |\n| b | c |')).toBe('| a |  |\n| --- | --- |\n| b | c |');
	});

	it('keeps bars and code in cells', () => {
		expect(body('| a \\| b | `c` |\n| --- | --- |\n| d | e |')).toBe('| a \\| b | `c` |\n| --- | --- |\n| d | e |');
	});
});

describe('lists', () => {
	it('keeps nesting, numbers and paragraphs of an item', () => {
		const source = '3. one\n\n   more\n\n   - inner\n4. two';
		expect(body(source)).toBe('3. one\n\n   more\n\n   - inner\n\n4. two');
	});

	it('keeps two lists apart', () => {
		expect(body('- a\n\n<!-- -->\n\n- b')).toBe('- a\n\n* b');
	});
});

describe('links', () => {
	it.each([
		['to a page that is encrypted', '[us](https://fern.example/a_b)', '[us](https://fern.example/a_b)'],
		['to a page that is not', '[us](http://fern.example/)', '[us](https://fern.example/)'],
		[
			'in plain words',
			'at http://fern.example/ or www.lark.example now',
			'at [http://fern.example/](https://fern.example/) or [www.lark.example](https://www.lark.example/) now',
		],
		['to write', '[us](mailto:hello@fern.example)', '[us](mailto:hello@fern.example)'],
		['to a program', '[us](javascript:alert)', 'us'],
		['to a page of the old site', '[us](../about)', 'us'],
		['to a heading', '[us](#our-bread)\n\n## Our bread', '[us](#our-bread)\n\n## Our bread {#our-bread}'],
		['to an id of the source', '[us](#b)\n\n## Our bread {#b}', '[us](#b)\n\n## Our bread {#b}'],
		['to nothing', '[us](#nowhere)', 'us'],
		['with a note of its own', '[us][x]\n\n[x]: https://fern.example/ "Our page"', '[us](https://fern.example/)'],
	])('%s', (_, source, expected) => {
		expect(body(source)).toBe(expected);
	});

	it('reads relative ones from the address of the old page', () => {
		const base = 'https://fern.example/legal/privacy';
		expect(body('[a](../about) [b](/x) [c](#d) [e](https://fern.example/legal/privacy#d)\n\n## D', { base })).toBe(
			'[a](https://fern.example/about) [b](https://fern.example/x) [c](#d) [e](#d)\n\n## D {#d}',
		);
	});
});

describe('front matter and tags of a site generator', () => {
	const source = '---\ntitle: Our notice\nlayout: legal\n---\n\n{% include menu.html %}\nWe bake.\n{: .small}\n';

	it('is no text, and its title is the title where the text has none', () => {
		const version = versionOf(source, 'markdown');
		expect(version.title).toBe('Our notice');
		expect(version.mdx.endsWith('---\n\nWe bake.\n')).toBe(true);
	});

	it('lists each tag that was left out', () => {
		expect(versionOf(source, 'markdown').leftOut.map(({ line, text }) => [line, text])).toEqual([
			[6, '{% include menu.html %}'],
			[8, '{: .small}'],
		]);
	});

	it('keeps tags as words where all is to be kept', () => {
		expect(bodyOf(source, 'markdown', { keepAll: true })).toBe('\\{% include menu.html %\\} We bake. \\{: .small\\}');
	});
});

it('steps headings by one from the second level, however the source does', () => {
	const headings = '# Notice\n\n#### a\n\n###### b\n\n# c';
	expect(bodyOf(`${headings}\n\nWe bake.`, 'markdown', { title: 'Another' })).toBe(
		'## Notice {#notice}\n\n### a {#a}\n\n#### b {#b}\n\n## c {#c}\n\nWe bake.',
	);
});

it('says by line what became different', () => {
	const { remarks } = versionOf('# Notice\n\nWe bake.\n\n> Quoted {{ name }}.\n\n![](x.png)\n', 'markdown');
	expect(remarks.map(({ line, message }) => `${line}: ${message.slice(0, 30)}`)).toEqual([
		'5: A quotation became paragraphs,',
		"5: The template '{{ name }}' is k",
		'7: A picture that has no words wa',
	]);
});

it('breaks no rule of form with any of this', () => {
	const source =
		'# TBD\n\n> {{x}} ![a](b) `c`\n\n| a |\n| --- |\n| b | c |\n\n[d](http://e.example) [f](#g)\n\n#### h\n\n## h';
	expect(formFlaws(versionOf(source, 'markdown'))).toEqual([]);
});
