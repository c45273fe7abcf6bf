import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startServer } from '../support/server.ts';
import { brotliSize, builtClient } from './built.ts';

const client = await builtClient();

/** A module and everything that it imports, by their addresses. */
const modulesFrom = (addresses: string[]): Set<string> => {
	const found = new Set<string>();
	const visit = (address: string) => {
		if (found.has(address)) return;
		found.add(address);
		const source = readFileSync(join(client, address), 'utf8');
		for (const [, name] of source.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)) visit(`/_astro/${name}`);
	};
	addresses.forEach(visit);
	return found;
};

it.each([
	['/requests/delete/', 30],
	['/objections/', 30],
	['/subscribe/', 30],
	['/desk/', 60],
	['/desk/requests/', 60],
])('%s needs at most %i kB of script', async (path, most) => {
	await using server = await startServer();
	const html = await (await fetch(server.url + path)).text();
	const entries = [...html.matchAll(/(?:component|renderer)-url="([^"]+)"/g)].map((match) => match[1] ?? '');
	const inline = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('');
	expect(entries.length).toBe(2);
	const total = [...modulesFrom(entries)].reduce(
		(sum, it) => sum + brotliSize(readFileSync(join(client, it))),
		brotliSize(inline),
	);
	expect(total).toBeLessThan(most * 1000);
});

it('/search/ needs at most 30 kB of script, that of Pagefind included', async () => {
	await using server = await startServer();
	const html = await (await fetch(`${server.url}/search/`)).text();
	const inline = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('');
	const linked = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1] ?? '');
	const files = [...modulesFrom(linked), 'pagefind/pagefind.js'];
	expect(inline.length + linked.length).toBeGreaterThan(0);
	const total = files.reduce((sum, it) => sum + brotliSize(readFileSync(join(client, it))), brotliSize(inline));
	expect(total).toBeLessThan(30_000);
});
