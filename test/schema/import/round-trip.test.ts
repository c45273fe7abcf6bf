import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../schema/import/piece.ts';
import { formFlaws, importOne, publishedText } from './import.ts';

const word = fc.constantFrom(
	...'we collect your data the notice applies privacy@fern.example (800) 555-0142 30 days § “quoted” it’s naïve 数据 بياناتك שלך'.split(
		' ',
	),
);
const hostile = fc.constantFrom(
	...[
		'{x}',
		'{{name}}',
		'<b',
		'<',
		'>',
		'&amp;',
		'&',
		'*',
		'**',
		'_',
		'__a__',
		'`',
		'``',
		'~~',
		'~',
		'|',
		'\\',
		'#',
		'# ',
		'##',
		'[',
		']',
		'[a]',
		'[^1]',
	],
	...[
		'![',
		'!',
		'](',
		'http://a.example/x',
		'www.b.example',
		'https://c.example',
		'TBD',
		'[DATE]',
		'import x',
		'export',
		'---',
		'===',
		'+',
		'- ',
		'1.',
		'1)',
		':',
	],
	...[
		'{#id}',
		'{: .x}',
		'{% if %}',
		'<br>',
		'<em>',
		'</p>',
		'<script>',
		'<!--',
		'-->',
		'$',
		'^',
		'@',
		'…',
		'\u00a0',
		'\u200f',
		'&copy;',
		'&#0;',
		'\t',
	],
);
const phrase = fc
	.array(fc.oneof({ weight: 4, arbitrary: word }, hostile), { minLength: 1, maxLength: 8 })
	.map((it) => it.join(' '));
const glued = fc.array(fc.oneof(word, hostile), { minLength: 1, maxLength: 5 }).map((it) => it.join(''));
const line = fc.oneof(phrase, glued, fc.string({ maxLength: 30 }));

const inlineMarkdown = fc.oneof(
	line,
	line.map((it) => `**${it}**`),
	line.map((it) => `*${it}*`),
	line.map((it) => `\`${it}\``),
	fc.tuple(line, line).map(([a, b]) => `[${a}](${b})`),
	fc.tuple(line, line).map(([a, b]) => `![${a}](${b})`),
	line.map((it) => `<span class="x">${it}</span>`),
);
const markdownBlock = fc.oneof(
	fc.array(inlineMarkdown, { minLength: 1, maxLength: 4 }).map((it) => it.join(' ')),
	fc.array(inlineMarkdown, { minLength: 1, maxLength: 3 }).map((it) => it.join('\n')),
	fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, it]) => `${'#'.repeat(level)} ${it}`),
	fc.array(line, { minLength: 1, maxLength: 4 }).map((it) => it.map((item) => `- ${item}`).join('\n')),
	fc
		.array(line, { minLength: 1, maxLength: 4 })
		.map((it) => it.map((item, index) => `${index + 3}. ${item}\n   - ${item}`).join('\n')),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((it) => it.map((item) => `> ${item}`).join('\n')),
	fc.array(line, { minLength: 1, maxLength: 3 }).map((it) => `\`\`\`\n${it.join('\n')}\n\`\`\``),
	fc.tuple(line, line, line).map(([a, b, c]) => `| ${a} | ${b} |\n| --- | --- |\n| ${c} |\n| ${a} | ${b} | ${c} |`),
	line.map((it) => `text [^n] more\n\n[^n]: ${it}`),
	line.map((it) => `<div><p>${it}</p><ul><li>${it}</li></ul></div>`),
);
const markdown = fc.array(markdownBlock, { minLength: 1, maxLength: 8 }).map((it) => it.join('\n\n'));

const inlineHtml = fc.oneof(
	line,
	line.map((it) => `<b>${it}</b>`),
	line.map((it) => `<em>${it}`),
	fc.tuple(line, line).map(([a, b]) => `<a href="${b}">${a}</a>`),
	line.map((it) => `<code>${it}</code><br>`),
	line.map((it) => `<img alt="${it}">`),
);
const htmlBlock: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3 },
		inlineHtml,
		inlineHtml.map((it) => `<p>${it}</p>`),
		fc.tuple(fc.integer({ min: 1, max: 6 }), inlineHtml).map(([level, it]) => `<h${level}>${it}</h${level}>`),
		fc.array(tie('block'), { maxLength: 3 }).map((it) => `<ul>${it.map((item) => `<li>${item}`).join('')}</ul>`),
		fc
			.array(tie('block'), { maxLength: 3 })
			.map((it) => `<ol start="4">${it.map((item) => `<li>${item}</li>`).join('')}</ol>`),
		fc
			.array(fc.tuple(tie('block'), tie('block')), { maxLength: 3 })
			.map((it) => `<table>${it.map(([a, b]) => `<tr><td rowspan=2>${a}<td colspan=2>${b}`).join('')}stray</table>`),
		tie('block').map((it) => `<div id="a"><blockquote>${it}</blockquote></div>`),
		tie('block').map((it) => `<nav>${it}</nav>`),
		line.map((it) => `<pre>${it}\n${it}</pre>`),
		tie('block').map((it) => `<dl><dt>${it}<dd>${it}</dl>`),
	),
})).block;
const html = fc.array(htmlBlock, { minLength: 1, maxLength: 6 }).map((it) => `<!doctype html><body>${it.join('\n')}`);

const plain = fc
	.array(
		fc.oneof(
			line,
			line.map((it) => `  • ${it}`),
			line.map((it) => `- ${it}`),
			line.map((it) => `${it}\n=====`),
		),
		{
			minLength: 1,
			maxLength: 12,
		},
	)
	.chain((lines) => fc.constantFrom('\n', '\n\n').map((separator) => lines.join(separator)));

/** Two readers of Markdown can see different words in what follows a tag that nothing closes. */
const unclosedTag = /<[!/?a-z][^>]*(?:$|<)/i;

const numRuns = 150;

it('keeps a list below a line of words that counts from another number than 1', () => {
	const source = '<ul><li>Tell us<ol start="4"><li>the fourth thing</li></ol></li></ul>';
	const outcome = importOne(source, 'html', { keepAll: true });
	expect(outcome.kind === 'version' && publishedText(outcome).join(' ')).toBe('Tell us the fourth thing');
});

describe('a document of any kind', () => {
	it.each<[Format, fc.Arbitrary<string>]>([
		['markdown', markdown],
		['html', html],
		['text', plain],
	])('keeps every word, or is refused: %s', (format, documents) => {
		fc.assert(
			fc.property(documents, (source) => {
				const outcome = importOne(source, format, { keepAll: true });
				if (outcome.kind !== 'version' && format === 'markdown' && unclosedTag.test(source)) return;
				if (outcome.kind !== 'version') {
					expect(outcome).toMatchObject({ message: expect.stringContaining('No text was found') });
					return;
				}
				expect(outcome.proof.words).toBe(publishedText(outcome).length);
				expect(formFlaws(outcome)).toEqual([]);
			}),
			{ numRuns },
		);
	});
});
