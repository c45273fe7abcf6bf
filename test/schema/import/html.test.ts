import { describe, expect, it } from 'vitest';
import { bodyOf, versionOf } from './import.ts';

const page = (inner: string) =>
	`<!doctype html><html><head><title>Fern | Privacy</title></head><body>${inner}</body></html>`;
const body = (inner: string) => bodyOf(page(`<h1>Notice</h1>${inner}`), 'html');

describe('HTML', () => {
	it.each([
		[
			'paragraphs, emphasis and links',
			'<p>We <b>bake</b>, <i>slowly</i>, for <a href="https://x.example/">you</a>.</p>',
			'We **bake**, *slowly*, for [you](https://x.example/).',
		],
		['words outside of any paragraph', 'We bake.<div>We care.</div>Always.', 'We bake.\n\nWe care.\n\nAlways.'],
		['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</ul>', '- a\n  - b\n- c'],
		['a list of terms', '<dl><dt>Data</dt><dd>What we hold.</dd></dl>', '**Data**\n\nWhat we hold.'],
		['a folded part', '<details><summary>More</summary><p>We bake.</p></details>', 'More\n\nWe bake.'],
		['text from right to left', '<p dir="rtl">אנחנו אופים.</p>', 'אנחנו אופים.'],
		['hard spaces', '<p>30&nbsp;days</p><p>&nbsp;</p>', '30\u00a0days'],
		['what is never shown', '<script>track()</script><style>p{}</style><p>We bake.</p>', 'We bake.'],
		['emphasis that cannot be said', '<p>b<b>(a)</b>ke</p>', 'b(a)ke'],
	])('reads %s', (_, source, expected) => {
		expect(body(source)).toBe(expected);
	});

	it('reads tables with cells over several rows and columns', () => {
		const table = '<table><tr><th>a<th colspan=2>b</tr><tr><td rowspan=2>c<td>d<td>e</tr><tr><td>f<td>g</tr></table>';
		expect(body(table)).toBe('| a | b |  |\n| --- | --- | --- |\n| c | d | e |\n|  | f | g |');
	});

	it('reads a table that lays out a page as its text', () => {
		expect(body('<table><tr><td><p>We bake.</p><p>We care.</p></td></tr></table>')).toBe('We bake.\n\nWe care.');
	});

	it('reads what stands astray in a table where a browser shows it', () => {
		expect(body('<table><tr>astray<td>a<td>b</tr></table>')).toBe('astray\n\n| a | b |\n| --- | --- |');
	});
});

describe('the page around a notice', () => {
	const around = (inner: string) =>
		page(`<nav>Home About</nav>${inner}<footer>© Fern</footer><noscript>No script</noscript>`);

	it('is left out and listed, by line and reason', () => {
		const version = versionOf(around('<h1>Notice</h1>\n<p>We bake for all who ask.</p>'), 'html');
		expect(version.leftOut).toEqual([
			{ line: 1, why: 'page chrome: <nav>', text: 'Home About' },
			{ line: 2, why: 'page chrome: <footer>', text: '© Fern' },
			{ line: 2, why: 'page chrome: <noscript>', text: 'No script' },
		]);
		expect([version.proof.words, version.wordsLeftOut]).toEqual([7, 6]);
	});

	it('is all that stands outside of <main>', () => {
		const source = around(
			'<p>An offer</p><main><h1>Notice</h1><aside>In short: bread.</aside><p>We bake for all.</p></main>',
		);
		expect(bodyOf(source, 'html')).toBe('In short: bread.\n\nWe bake for all.');
	});

	it('is no <main> that holds the lesser part of the words', () => {
		const source = page('<main>Hi</main><p>We bake for all who ask us to.</p>');
		expect(bodyOf(source, 'html')).toBe('Hi\n\nWe bake for all who ask us to.');
	});

	it('is kept where all is to be kept', () => {
		expect(bodyOf(around('<p>We bake.</p>'), 'html', { keepAll: true })).toBe(
			'Home About\n\nWe bake.\n\n© Fern\n\nNo script',
		);
	});

	it('has no button that stands in a sentence', () => {
		expect(body('<p>To have us forget you, press <button>Forget</button> on this page.</p>')).toContain(
			'press Forget on',
		);
	});
});
