import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { expect, it } from 'vitest';
import { features } from '../../../schema/notice/parse.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { printPlugin } from '../../../schema/source/print-plugin.ts';
import { fixtureContent } from '../../support/content.ts';

const { library } = await readLibrary(fixtureContent);

const compile = async (file: string, source = readFileSync(file, 'utf8')): Promise<string> => {
	const compiled = await mdxToJs(source, {
		mdastPlugins: [printPlugin(library)],
		features,
		fileURL: pathToFileURL(file),
		elementAttributeNameCase: 'html',
	});
	return compiled.code;
};

/** The words of a compiled page: every string that stands as a child. */
const wordsOf = (code: string) =>
	[...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((it) => JSON.parse(it[0]) as string).join(' ');

it.each(['en', 'es'])('prints on the page what the reader printed for hash and API (%s)', async (locale) => {
	const edition = library.notices[0]?.versions[2]?.editions[locale];
	if (!edition) throw new Error(`no ${locale}`);
	const page = wordsOf(await compile(edition.file)).replace(/\s+/g, ' ');
	const words = edition.blocks.flatMap((it) => (it.kind === 'row' ? it.cells : [it.text]));
	for (const word of words.flatMap((it) => it.split(/[\s,.;]+/)).filter(Boolean)) expect(page).toContain(word);
});

it('gives each cell its column and each row its heading', async () => {
	const code = await compile(library.notices[0]?.versions[0]?.editions.en?.file ?? '');
	expect(code).toMatch(/_components\.th, \{\s*scope: "row",\s*children: "Identifiers"/);
	expect(code).toMatch(/"data-label": "Kept for",\s*children: "two years after your last loan"/);
	expect(code).toMatch(/scope: "col",\s*children: "Category"/);
});

it('leaves a file alone that is no version of a notice', async () => {
	expect(await compile('/guide/page.mdx', 'Write `<Controller />` as <Controller />.')).toContain('Controller');
});
