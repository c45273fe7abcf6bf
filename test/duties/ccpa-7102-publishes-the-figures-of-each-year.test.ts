// Keeps: requestFigures
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { californiaContent, contentCopy, edit } from '../support/content.ts';
import { ask } from '../support/graphql.ts';
import { runProgram } from '../support/process.ts';
import { startServer } from '../support/server.ts';

const submit = `mutation ($rights: [Right!]!) { submitRightsRequest(input: { population: $population, rights: $rights, email: "ana@example.com" }) { __typename } }`;

/** The notice of the ferries, published, with its figures on the site's own pages. */
const withFigures = async () => {
	const folder = await contentCopy(californiaContent);
	await edit(
		join(folder, 'notices/heron'),
		'2026-03-02.mdx',
		/^author:/m,
		'requestFigures: { due: true, url: /figures/ }\nauthor:',
	);
	await runProgram(['api/cli/notice.ts', 'publish', '--at', '2026-03-02T09:00:00-08:00'], { CONTENT_DIR: folder });
	return folder;
};

// 11 CCR § 7102(a)(2): compiled by 1 July of the year after, and disclosed in the privacy policy or posted on the website.
it('to everybody, on a page with a chart that is a table too, once the year is over', async () => {
	await using server = await startServer({ CONTENT_DIR: await withFigures() }, instant('2026-12-30T12:00:00-08:00'));
	await ask(server.url, submit.replace('$population', 'WEBSITE'), { rights: ['DELETE'] });
	await ask(server.url, submit.replace('$population', 'WEBSITE'), { rights: ['OPT_OUT'] });
	const page = (path: string) => fetch(server.url + path, { redirect: 'manual' });
	expect((await page('/figures/2026/')).status).toBe(404);
	server.setNow(instant('2027-01-01T00:00:00-08:00'));
	expect((await page('/figures/')).headers.get('location')).toBe('/figures/2026/');
	const shown = await page('/figures/2026/');
	const html = await shown.text();
	expect([shown.status, html.match(/<h1>(.*?)<\/h1>/)?.[1]]).toEqual([200, 'Privacy requests in 2026']);
	expect(html).toMatch(/Deletion<\/th><td data-label="Received">1<\/td>/);
	expect(html).toMatch(/<rect/);
	expect((await page('/figures/2027/')).status).toBe(404);
	expect((await page('/figures/1999/')).status).toBe(404);
});
