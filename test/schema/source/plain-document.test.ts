import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../schema/notice/redline.ts';
import { plainDocument } from '../../../schema/source/plain-document.ts';

const told = (name: string, source: string) =>
	plainDocument(name, source).blocks.map((it) => `${it.kind}${it.kind === 'heading' ? ` ${it.id}` : ''}: ${it.text}`);

describe('a plain document', () => {
	it('is read from Markdown without its front matter, HTML within it as what it says', () => {
		const source =
			'---\ntitle: x\n---\n# What we do {#do}\n\nWe *keep* <em>letters</em>.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n';
		expect(told('notice.md', source)).toEqual([
			'heading do: What we do',
			'paragraph: We keep letters.',
			'item: one',
			'item: two',
			'row: a | b',
			'row: c | d',
		]);
	});

	it('is read from HTML without what surrounds the text', () => {
		const page =
			'<body><nav>Home</nav><header>Shop</header><h2>Fees</h2><p>No <b>fee</b>.<br>Ever.</p><script>x()</script><footer>(c)</footer>';
		expect(told('notice.html', page)).toEqual(['heading fees: Fees', 'paragraph: No fee.\nEver.']);
		expect(told('notice.html', `<body><p>Menu</p><main>${page}</main>`)).toContain('heading fees: Fees');
		expect(told('notice.html', `<body><p>Menu</p><main>x</main>`)).toEqual(['paragraph: x']);
	});

	it('takes a line in bold for the heading that it is', () => {
		expect(told('notice.md', '**Fees**\n\n**We charge none.**\n')).toEqual([
			'heading fees: Fees',
			'paragraph: We charge none.',
		]);
	});

	it('gives no two headings the same id', () => {
		expect(told('notice.md', '# A\n\n# A\n')).toEqual(['heading a: A', 'heading a-2: A']);
	});

	it('is read from MDX that is no version as from Markdown', () => {
		const { promises, blocks } = plainDocument('notice.mdx', '---\ntitle: x\n---\n# A\n');
		expect(promises).toBeNull();
		expect(blocks).toHaveLength(1);
	});

	it('of plain text is the text to the letter', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('Fees', '', ' ', 'We keep it.', '\t', 'a\r', '• one', 'é 𝒳')), (lines) => {
				const source = lines.join('\n');
				expect(plainText(plainDocument('notice.txt', source).blocks)).toBe(source);
			}),
		);
	});
});
