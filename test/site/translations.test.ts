import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../api/publish/build.ts';
import { takeContent } from '../../api/publish/content.ts';
import { instant } from '../../schema/time.ts';
import { contentCopy, edit } from '../support/content.ts';
import { publicUrl } from '../support/places.ts';
import { wordsOf } from './built.ts';

const at = instant('2025-07-01T12:00:00-07:00');
const spanish = 'notices/lantern/2025-02-01.es.mdx';

/** The translation says that it is of a text with another hash; what is stale never stood in the ledger. */
const withStaleTranslation = async () => {
	const folder = await contentCopy();
	await edit(folder, spanish, /translationOf: \w{4}/, 'translationOf: ffff');
	const ledger: object[] = JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8'));
	await writeFile(join(folder, 'ledger.json'), JSON.stringify(ledger.slice(0, -1)));
	return folder;
};

/** A later version takes effect that nobody has translated. */
const withUntranslatedVersion = async () => {
	const folder = await contentCopy();
	const text = await readFile(join(folder, 'notices/lantern/2025-02-01.mdx'), 'utf8');
	const later = text
		.replace('version: 2025-02-01', 'version: 2025-06-01')
		.replace(/announcedAt: .*/, 'announcedAt: 2025-06-01T00:00:00-07:00')
		.replace(/effectiveAt: .*/, 'effectiveAt: 2025-06-01T00:00:00-07:00')
		.replace(/predecessor: .*/, "predecessor: '2025-02-01'")
		.replace('class: material\ndirection: adverse', 'class: editorial')
		.replace(/objection:\n( {2}.*\n)+reach:\n( {2}.*\n)+/, '')
		.replace(/^.*<ObjectionWindow \/>.*$/m, 'It serves these purposes:');
	await writeFile(join(folder, 'notices/lantern/2025-06-01.mdx'), later);
	return folder;
};

const build = async (contentDir: string) => {
	const content = await takeContent({ contentDir, demo: true });
	const { folder } = await buildSite({ content, publicUrl, at, demo: true });
	return (path: string) => readFile(join(folder, 'client', path, 'index.html'), 'utf8');
};

const articleOf = (html: string) => /<article class="text"[\s\S]*?<\/article>/.exec(html)?.[0] ?? '';
const warningOf = (html: string) => /<p class="warn">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';

const english = /^<article class="text" lang="en">/;

it('shows the controlling text where its translation is out of date, says so with the date, and links both', async () => {
	const page = await build(await withStaleTranslation());

	const inForce = await page('es/lantern');
	expect(inForce).toContain('<html lang="es"');
	expect(articleOf(inForce)).toMatch(english);
	expect(articleOf(inForce)).toContain('Lantern Street Library');
	expect(wordsOf(warningOf(inForce))).toContain('La traducción de la versión del 1 de febrero de 2025 no está al día');
	expect(warningOf(inForce)).toContain('href="/es/lantern/2025-02-01/"');

	const translation = await page('es/lantern/2025-02-01');
	expect(articleOf(translation)).toContain('presta libros');
	expect(wordsOf(warningOf(translation))).toContain('Desactualizada');
	expect(warningOf(translation)).toContain('href="/lantern/2025-02-01/"');
});

it('keeps the page in a language into which the version in force was never translated, and links the last that was', async () => {
	const page = await build(await withUntranslatedVersion());

	const inForce = await page('es/lantern');
	expect(articleOf(inForce)).toMatch(english);
	expect(wordsOf(warningOf(inForce))).toContain('La versión del 1 de junio de 2025 aún no está traducida');
	expect(warningOf(inForce)).toContain('href="/es/lantern/2025-02-01/"');
});
