import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicUrl } from '../support/places.ts';
import { builtClient, builtPages, isNoticePage } from './built.ts';

const client = await builtClient();
const sitemap = readFileSync(join(client, 'sitemap.xml'), 'utf8');
const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address.replace(publicUrl, ''));
const pages = builtPages(client);

it('lists every page of a notice, and none twice', () => {
	const notices = pages.filter((page) => isNoticePage(page) && !page.path.endsWith('/next/')).map(({ path }) => path);
	expect(notices.filter((path) => !listed.includes(path))).toEqual([]);
	expect(new Set(listed).size).toBe(listed.length);
});

it('lists only pages that are there and may be listed', () => {
	const open = new Set(pages.filter(({ html }) => !html.includes('noindex')).map(({ path }) => path));
	const perRequest = ['', '/es'].flatMap((folder) =>
		['choices', 'requests', 'objections', 'subscribe'].map((it) => `${folder}/${it}/`),
	);
	expect(listed.filter((path) => !open.has(path) && !perRequest.includes(path))).toEqual([]);
});

it('names a page in each of its languages, itself included', () => {
	const entry = /<url><loc>[^<]*\/es\/california\/2026-09-01\/<\/loc>.*<\/url>/.exec(sitemap)?.[0] ?? '';
	expect([...entry.matchAll(/hreflang="(\w+)" href="([^"]*)"/g)].map(([, locale, href]) => [locale, href])).toEqual([
		['en', `${publicUrl}/california/2026-09-01/`],
		['es', `${publicUrl}/es/california/2026-09-01/`],
	]);
});

it('is named to robots, which are kept from nothing', () => {
	const robots = readFileSync(join(client, 'robots.txt'), 'utf8');
	expect(robots).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${publicUrl}/sitemap.xml\n`);
});
