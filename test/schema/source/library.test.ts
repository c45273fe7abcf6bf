import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeFinding } from '../../../schema/source/findings.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { addDays, plainDateField } from '../../../schema/time.ts';
import { contentCopy, edit, fixtureContent } from '../../support/content.ts';

const messages = async (folder: string) => (await readLibrary(folder)).findings.map((it) => it.message);

it('reads every version in every language, those to come among them', async () => {
	const { library } = await readLibrary(fixtureContent);
	expect(library.organisation.name).toBe('Lantern Street Library');
	const [notice] = library.notices;
	expect(notice?.versions.map((it) => [it.id, Object.keys(it.editions)])).toEqual([
		['2024-01-01', ['en']],
		['2024-03-04', ['en']],
		['2025-02-01', ['en', 'es']],
	]);
	expect(notice?.versions.map((it) => it.publishedAt)).toEqual(notice?.versions.map((it) => it.revision.announcedAt));
});

it('says the promises of a translation in its own language', async () => {
	const { library } = await readLibrary(fixtureContent);
	const spanish = library.notices[0]?.versions[2]?.editions.es;
	expect(spanish?.promises.categories[1]?.retention).toBe('un día');
	expect(spanish?.objectionEffect).toBe('Con usted seguimos el aviso anterior.');
	expect(spanish?.blocks[0]?.text).toBe(
		'Lantern Street Library presta libros, y desde el 1 de febrero de 2025 así lleva sus registros.',
	);
});

it('says what to make where there is no content at all', async () => {
	const folder = join(tmpdir(), 'no-such-content');
	expect(await messages(folder)).toEqual([
		'There are no notices here. Make a folder notices/<name>/ with a notice.yaml and a first version.',
		'Add it, with the organisation’s name and url.',
	]);
});

it('says so where a notice has no version', async () => {
	const folder = await contentCopy();
	for (const name of ['2024-01-01', '2024-03-04', '2025-02-01', '2025-02-01.es']) {
		await rm(join(folder, `notices/lantern/${name}.mdx`));
	}
	await writeFile(join(folder, 'ledger.json'), '[]');
	expect(await messages(folder)).toEqual(['This notice has no version. Add one, named by its effective date.']);
});

it.each([['graphql'], ['es'], ['requests'], ['zz']])('refuses the address /%s/ to a notice', async (name) => {
	const folder = await contentCopy();
	await rename(join(folder, 'notices/lantern'), join(folder, 'notices', name));
	await writeFile(join(folder, 'ledger.json'), '[]');
	expect(await messages(folder)).toEqual([
		`'/${name}/' belongs to the site itself or to a language. Rename the folder.`,
	]);
});

it('refuses a folder that cannot be part of an address', async () => {
	const folder = await contentCopy();
	await rename(join(folder, 'notices/lantern'), join(folder, 'notices/_astro'));
	await writeFile(join(folder, 'ledger.json'), '[]');
	expect((await messages(folder))[0]).toContain("'_astro' cannot be part of an address");
});

it('says that a file with the wrong name is not read', async () => {
	const folder = await contentCopy();
	const path = (name: string) => join(folder, 'notices/lantern', name);
	await writeFile(path('draft.mdx'), '');
	await writeFile(path('2025-02-01.fr.mdx'), '');
	expect(await messages(folder)).toEqual([
		"The language 'fr' is not in the locales of notice.yaml. Add it there, or remove the file.",
		'Expected a name such as 2027-03-01.mdx or 2027-03-01.es.mdx. Rename or remove the file.',
	]);
});

it('reads the same text whatever its line ends and the mark at its start', async () => {
	const folder = await contentCopy();
	const file = join(folder, 'notices/lantern/2024-01-01.mdx');
	const source = await readFile(file, 'utf8');
	await writeFile(file, `\uFEFF${source.replaceAll('\n', '\r\n')}`);
	expect(await messages(folder)).toEqual([]);
});

it('drops a warning that its version waives, and no error', async () => {
	const folder = await contentCopy();
	await writeFile(join(folder, 'ledger.json'), '[]');
	const file = 'notices/lantern/2024-01-01.mdx';
	await edit(folder, file, '[what we write down]', '[here]');
	await edit(folder, file, 'controller:', 'waivers:\n  - { rule: F9, reason: A test. }\ncontroller:');
	const rules = (await readLibrary(folder)).findings.filter((it) => it.file === file).map((it) => it.rule);
	expect(rules).toEqual([]);
});

it('describes a finding by place, rule and field, then in words', async () => {
	const folder = await contentCopy();
	await edit(folder, 'notices/lantern/2024-01-01.mdx', 'respondWithinDays: 30', 'respondWithinDays: soon');
	const [finding] = (await readLibrary(folder)).findings;
	expect(finding && describeFinding(finding, 'content')).toBe(
		'content/notices/lantern/2024-01-01.mdx:27  error F1  commitments.respondWithinDays\n    Expected a number, found "soon". Change the value.',
	);
});

it('reads 250 versions in less than five seconds, also on a busy machine', async () => {
	const folder = await contentCopy();
	const notice = join(folder, 'notices/lantern');
	const source = await readFile(join(notice, '2024-01-01.mdx'), 'utf8');
	await writeFile(join(folder, 'ledger.json'), '[]');
	const long = 'A library keeps a good many records about the people who borrow its books. '.repeat(200);
	const dates = Array.from({ length: 250 }, (_, index) => addDays(plainDateField.parse('2025-03-01'), index));
	await Promise.all(
		dates.map((date) => writeFile(join(notice, `${date}.mdx`), `${source.replaceAll('2024-01-01', date)}\n${long}\n`)),
	);
	const started = performance.now();
	const { library } = await readLibrary(folder);
	expect(library.notices[0]?.versions.length).toBe(253);
	expect(performance.now() - started).toBeLessThan(5_000);
});
