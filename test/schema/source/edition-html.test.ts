import { expect, it } from 'vitest';
import type { Edition } from '../../../schema/notice/model.ts';
import { editionHtml } from '../../../schema/source/edition-html.ts';
import { htmlBlocks } from '../../../schema/source/html-blocks.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { fixtureContent } from '../../support/content.ts';

const { library } = await readLibrary(fixtureContent);

const editionsOf = () =>
	library.notices.flatMap((notice) =>
		notice.versions.flatMap((version) =>
			Object.values(version.editions).map((edition) => ({ notice, version, edition })),
		),
	);

const textOf = (blocks: Edition['blocks']) => blocks.map(({ kind, text }) => `${kind} ${text.replace(/\s+/g, ' ')}`);

const firstPage = async () => {
	const [first] = editionsOf();
	if (!first) throw new Error('the library has an edition');
	return editionHtml(first.notice, first.version, first.edition);
};

it('prints on the page, block by block, what the reader printed for hash and API', async () => {
	for (const { notice, version, edition } of editionsOf()) {
		const shown = htmlBlocks(await editionHtml(notice, version, edition));
		expect(textOf(shown)).toEqual(textOf(edition.blocks));
	}
});

it('gives each cell its column and each row its heading', async () => {
	const html = await firstPage();
	expect(html).toContain('<th scope="col">Category</th>');
	expect(html).toContain('<th scope="row">Identifiers</th>');
	expect(html).toContain('<td data-label="Kept for">two years after your last loan</td>');
});

it('makes of each heading a link to its section', async () => {
	const html = await firstPage();
	for (const { id, heading } of editionsOf()[0]?.edition.sections.filter((it) => it.heading) ?? []) {
		expect(html).toContain(`id="${id}"><a href="#${id}">${heading}</a></h`);
	}
});

it('says which file was changed while the site was built', async () => {
	const [first] = editionsOf();
	if (!first) throw new Error('the library has an edition');
	const gone = { ...first.edition, file: `${first.edition.file}.gone` };
	await expect(editionHtml(first.notice, first.version, gone)).rejects.toThrow(`${gone.file} was changed`);
});
