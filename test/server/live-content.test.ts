import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { contentCopy, edit } from '../support/content.ts';
import { ask } from '../support/graphql.ts';
import { root } from '../support/places.ts';
import { startServer, type TestServer } from '../support/server.ts';

const at = instant('2025-06-01T12:00:00-07:00');
const id = '2025-09-01';

/** The next version, announced by its own date, but in no ledger. */
const writeNext = async (folder: string) => {
	const notices = join(folder, 'notices/lantern');
	const before = await readFile(join(notices, '2025-02-01.mdx'), 'utf8');
	const next = before
		.replace('version: 2025-02-01', `version: ${id}`)
		.replace('announcedAt: 2024-12-15T09:00:00-08:00', 'announcedAt: 2025-06-01T09:00:00-07:00')
		.replace('effectiveAt: 2025-02-01T00:00:00-08:00', `effectiveAt: ${id}T00:00:00-07:00`)
		.replace('predecessor: 2024-03-04', 'predecessor: 2025-02-01')
		.replace('opensAt: 2024-12-15T09:00:00-08:00', 'opensAt: 2025-06-01T09:00:00-07:00')
		.replace('closesAt: 2025-01-15T00:00:00-08:00', 'closesAt: 2025-08-01T00:00:00-07:00')
		.replace('summary: Adds where you are.', 'summary: Adds the hour.')
		.replace('retention: a day', 'retention: a day and an hour');
	await writeFile(join(notices, `${id}.mdx`), next);
};

const publish = (folder: string) =>
	spawnSync(process.execPath, ['api/cli/notice.ts', 'publish', '--content', folder, '--at', at], {
		cwd: root,
		encoding: 'utf8',
	});

const twoLooks = async (server: TestServer) => {
	await server.refreshContent();
	await server.refreshContent();
};

const look = async ({ url }: TestServer) => {
	const page = await fetch(`${url}/lantern/`).then((it) => it.text());
	const { body } = await ask(url, '{ notice(slug: "lantern") { announced { version } } }');
	const feed = await fetch(`${url}/lantern/feed.atom`).then((it) => it.text());
	return {
		page: page.includes(`/lantern/${id}/`),
		version: (await fetch(`${url}/lantern/${id}/`)).status,
		api: body.data?.notice,
		feed: feed.includes(`${id}#announced`),
	};
};

const old = { page: false, version: 404, api: { announced: [] }, feed: false };
const shown = { page: true, version: 200, api: { announced: [{ version: id }] }, feed: true };

const announcements = async (server: TestServer) =>
	server.store.read((tx) =>
		tx.selectFrom('event').select('type').where('streamId', '=', `lantern/${id}`).orderBy('seq').execute(),
	);

it('shows a published version without a restart, records it once, and keeps the old site while the content is invalid', async () => {
	const folder = await contentCopy();
	await using server = await startServer({ CONTENT_DIR: folder }, at);
	expect(await look(server)).toEqual(old);

	await writeNext(folder);
	await twoLooks(server);
	expect(await look(server)).toEqual(old);
	expect(server.lines.join('\n')).toContain(`Not shown: notices/lantern/${id}.mdx is announced by its own date`);

	expect(publish(folder).status).toBe(0);
	await twoLooks(server);
	expect(await look(server)).toEqual(shown);
	await server.jobs.tick();
	expect(await announcements(server)).toEqual([{ type: 'versionAnnounced' }]);

	await edit(folder, 'notices/lantern/notice.yaml', 'zone: America/Los_Angeles', 'zone: America/Nowhere');
	await twoLooks(server);
	expect(await look(server)).toEqual(shown);
	expect(server.lines.at(-1)).toMatch(
		/^The site stays as it is: .*notice\.yaml:4 {2}error F1 {2}zone\n.*IANA time zone/,
	);
	const told = server.lines.length;
	await twoLooks(server);
	expect(server.lines).toHaveLength(told);

	await edit(folder, 'notices/lantern/notice.yaml', 'zone: America/Nowhere', 'zone: America/Los_Angeles');
	await twoLooks(server);
	await server.jobs.tick();
	expect(await look(server)).toEqual(shown);
	expect(await announcements(server)).toEqual([{ type: 'versionAnnounced' }]);
});

it('waits for whoever still writes', async () => {
	const folder = await contentCopy();
	await using server = await startServer({ CONTENT_DIR: folder }, at);
	await writeNext(folder);
	publish(folder);
	await server.refreshContent();
	await edit(folder, `notices/lantern/${id}.mdx`, 'Adds the hour.', 'Adds the hour, which nobody has published.');
	await server.refreshContent();
	expect(await look(server)).toEqual(old);
	await edit(folder, `notices/lantern/${id}.mdx`, 'Adds the hour, which nobody has published.', 'Adds the hour.');
	await twoLooks(server);
	expect(await look(server)).toEqual(shown);
});
