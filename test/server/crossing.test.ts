import { expect, it } from 'vitest';
import { addSeconds, instant } from '../../schema/time.ts';
import { ask } from '../support/graphql.ts';
import { startServer } from '../support/server.ts';

const effectiveAt = instant('2027-03-01T00:00:00-08:00');

const versionOn = (page: string) => /<dt>Version<\/dt><dd>([^<]*)</.exec(page)?.[1];

const look = async (url: string) => {
	const text = async (path: string) => {
		const response = await fetch(url + path);
		return { status: response.status, text: await response.text() };
	};
	const { body } = await ask(url, '{ notice(slug: "california") { current { version } announced { version } } }');
	const [current, next, feed, home, old] = await Promise.all(
		['/california/', '/california/next/', '/california/feed.atom', '/', '/california/2026-09-01/'].map(text),
	);
	return {
		api: body.data?.notice,
		nextIs: next?.status,
		pageIs: versionOn(current?.text ?? ''),
		feedEntries: feed?.text.match(/<entry>[\s\S]*?<\/entry>/g) ?? [],
		feedSaysInForce: feed?.text.includes('california/2027-03-01#in-force'),
		homeHasBanner: /announced|takes effect/i.test(home?.text ?? ''),
		oldSaysSuperseded: old?.text.includes('class="status SUPERSEDED"'),
	};
};

it('crosses an effective date while it runs: pages, API and feed change together', async () => {
	await using server = await startServer({}, addSeconds(effectiveAt, -1));
	const before = await look(server.url);
	server.setNow(effectiveAt);
	const at = await look(server.url);
	server.addSeconds(1);
	const after = await look(server.url);

	expect(before).toMatchObject({
		api: { current: { version: '2026-09-01' }, announced: [{ version: '2027-03-01' }] },
		nextIs: 200,
		pageIs: '2026-09-01',
		feedSaysInForce: false,
		oldSaysSuperseded: false,
	});
	expect(at).toMatchObject({
		api: { current: { version: '2027-03-01' }, announced: [] },
		nextIs: 404,
		pageIs: '2027-03-01',
		feedSaysInForce: true,
		oldSaysSuperseded: true,
	});
	expect(after).toEqual(at);
	expect(before.feedEntries.length).toBeGreaterThan(3);
	expect(at.feedEntries, 'an entry never changes').toEqual(expect.arrayContaining(before.feedEntries));
});

it('shows no page of the old stretch of time to readers who come while the next one is built', async () => {
	await using server = await startServer({}, addSeconds(effectiveAt, -1));
	server.setNow(effectiveAt);
	const pages = await Promise.all(
		Array.from({ length: 20 }, () => fetch(`${server.url}/california/`).then((it) => it.text())),
	);
	expect(pages.map(versionOn)).toEqual(pages.map(() => '2027-03-01'));
});

it('shows no wrong page, and gives no wrong answer, while a real clock runs over the effective date', async () => {
	await using server = await startServer({}, addSeconds(effectiveAt, -6));
	server.runClock();
	const seen: { before: boolean; after: boolean; page: string | undefined; api: string }[] = [];
	while (server.now() < addSeconds(effectiveAt, 2)) {
		const began = server.now();
		const page = versionOn(await fetch(`${server.url}/california/`).then((it) => it.text()));
		const { body } = await ask(server.url, '{ notice(slug: "california") { current { version } } }');
		const api = (body.data as { notice: { current: { version: string } } }).notice.current.version;
		seen.push({ before: server.now() < effectiveAt, after: began >= effectiveAt, page, api });
	}
	const pairs = (of: typeof seen) => [...new Set(of.map(({ page, api }) => `${page} ${api}`))];
	expect(pairs(seen.filter(({ before }) => before))).toEqual(['2026-09-01 2026-09-01']);
	expect(pairs(seen.filter(({ after }) => after))).toEqual(['2027-03-01 2027-03-01']);
});
