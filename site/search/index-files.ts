import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex, type IndexFile, close as stopIndexing } from 'pagefind';
import type { Known } from '../known-library.ts';
import { indexedPages } from './indexed-pages.ts';

/** The search itself and what it reads; Pagefind's own interface, its worker and its unstemmed reader stay out. */
const needed = /^(pagefind\.js|pagefind-entry\.json|.*\.pf_(meta|index|fragment|filter)|wasm\.(?!unknown).*)$/;

const indexOf = async (known: Known): Promise<IndexFile[]> => {
	const { index, errors } = await createIndex();
	if (!index) throw new Error(errors.join('\n'));
	for (const page of indexedPages(known)) {
		const added = await index.addHTMLFile(page);
		if (added.errors.length > 0) throw new Error(`${page.url}: ${added.errors.join('\n')}`);
	}
	const { files } = await index.getFiles();
	return files.filter((file) => needed.test(file.path));
};

/** Writes the index of all texts to `/pagefind/`, from where the page of the search loads it once somebody searches. */
export const searchIndex = (known: Known): AstroIntegration => ({
	name: 'noticekeeper:search-index',
	hooks: {
		'astro:build:done': async ({ dir }) => {
			const folder = join(fileURLToPath(dir), 'pagefind');
			for (const file of await indexOf(known)) {
				await mkdir(dirname(join(folder, file.path)), { recursive: true });
				await writeFile(join(folder, file.path), file.content);
			}
			await stopIndexing();
		},
	},
});
