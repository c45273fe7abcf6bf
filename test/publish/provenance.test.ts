import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../api/publish/build.ts';
import { takeContent } from '../../api/publish/content.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { instant } from '../../schema/time.ts';
import { builtClient } from '../site/built.ts';
import { fixtureContent } from '../support/content.ts';
import { projectContent } from '../support/places.ts';
import { keysFrom, publishedFiles, testSeed } from '../support/published.ts';

/** A build from nothing, sealed with the same key. No other test has this address, so that the build is taken away again. */
const buildOnce = async (): Promise<Map<string, Buffer>> => {
	const { folder } = await buildSite({
		content: await takeContent({ contentDir: fixtureContent, demo: false }),
		publicUrl: 'https://twice.example',
		at: instant('2025-01-01T00:00:00Z'),
		demo: false,
	});
	const files = await publishedFiles(join(folder, 'client'), keysFrom(testSeed));
	await rm(folder, { recursive: true });
	return files;
};

describe('two builds of the same content', () => {
	it('give the same bytes, signatures and the index of the search included', async () => {
		const [first, second] = [await buildOnce(), await buildOnce()];
		const paths = [...new Set([...first.keys(), ...second.keys()])];
		const other = paths.filter((path) => !second.get(path)?.equals(first.get(path) ?? Buffer.alloc(0)));
		expect(paths).toContain('/lantern/manifest.sig.json');
		expect(paths).toContain('/pagefind/pagefind-entry.json');
		expect(other).toEqual([]);
	});
});

describe('the file that the foot of a page leads to', async () => {
	const client = await builtClient();
	const { library } = await readLibrary(projectContent);

	it.each(library.ledger.map((it) => [`${it.notice}/${it.version}`, it] as const))(
		'has the hash that the ledger has of %s',
		async (_, { notice, version, locale, sha256 }) => {
			const place = locale === 'en' ? notice : `${locale}/${notice}`;
			const bytes = await readFile(join(client, place, version, 'text.json'));
			expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
			const page = await readFile(join(client, place, version, 'index.html'), 'utf8');
			expect(page).toContain(`href="/${place}/${version}/text.json"`);
			expect(page).toContain(`<code>${sha256.slice(0, 16)}…</code>`);
		},
	);
});
