import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtClient, builtPages } from './built.ts';

const client = await builtClient();

it('is asked for by no page of the build: only the page of the search loads it, and only once somebody searches', () => {
	const pages = builtPages(client);
	expect(pages.length).toBeGreaterThan(30);
	expect(pages.filter(({ html }) => html.includes('/pagefind/')).map(({ path }) => path)).toEqual([]);
	expect(readFileSync(join(client, '../headers.json'), 'utf8')).not.toContain('wasm');
});
