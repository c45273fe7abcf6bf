import { expect, it } from 'vitest';
import { verdictOf } from '../../schema/materiality/of-version.ts';
import { effectiveAt, timelineAt } from '../../schema/notice/timeline.ts';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi } from './api.ts';

const boundary = `query ($slug: String!, $instant: DateTime!) {
	notice(slug: $slug) { current { version sha256 } announced { version effectiveAt } versionAt(instant: $instant) { version } }
}`;

it('answers right one second before, at and after each effective date', async () => {
	await using api = await openTestApi();
	let checked = 0;
	for (const notice of api.library.notices) {
		for (const version of timelineAt(notice, api.now).visible) {
			const at = effectiveAt(notice, version);
			for (const seconds of [-1, 0, 1]) {
				const instant = addSeconds(at, seconds);
				const { data } = await api.ask(boundary, { slug: notice.slug, instant });
				const before = notice.versions.findLast((it) => effectiveAt(notice, it) < at);
				const expected = seconds < 0 ? (before?.id ?? null) : version.id;
				expect(data.notice.versionAt?.version ?? null).toBe(expected);
				checked += 1;
			}
		}
	}
	expect(checked).toBeGreaterThanOrEqual(27);
});

it('says the same of a moment while it is now as it says of it later', async () => {
	await using api = await openTestApi();
	for (const notice of api.library.notices) {
		for (const version of notice.versions) {
			for (const seconds of [-1, 0, 1]) {
				const at = addSeconds(effectiveAt(notice, version), seconds);
				api.setNow(at);
				const { data } = await api.ask(boundary, { slug: notice.slug, instant: at });
				expect(data.notice?.current?.version ?? null).toBe(data.notice?.versionAt?.version ?? null);
				const isCurrent = data.notice?.current?.version === version.id;
				expect(isCurrent).toBe(seconds >= 0);
			}
		}
	}
});

it('knows a version from its announcement on, and not a second before', async () => {
	await using api = await openTestApi();
	const notice = api.library.notices.find(({ slug }) => slug === 'california');
	const coming = notice?.versions.at(-1);
	if (!notice || !coming) throw new Error('no version to come');
	const query = `query ($version: String!, $later: DateTime!) {
		noticeVersion(notice: "california", version: $version) { version status }
		notice(slug: "california") {
			announced { version }
			versionAt(instant: $later) { version }
			versions(first: 1) { edges { node { version } } }
			current { version supersededAt successor { version } redline(from: $version) { to { version } } }
		}
	}`;
	const variables = { version: coming.id, later: addSeconds(coming.effectiveAt, 86_400) };

	api.setNow(addSeconds(coming.announcedAt, -1));
	const before = await api.ask(query, variables);
	expect(before.data.noticeVersion).toBeNull();
	expect(before.text).not.toContain(coming.id);
	const unknown = await api.ask(query, { ...variables, version: '2099-01-01' });
	expect(unknown.text).toBe(before.text);

	api.setNow(coming.announcedAt);
	const { data } = await api.ask(query, variables);
	expect(data.noticeVersion).toEqual({ version: coming.id, status: 'ANNOUNCED' });
	expect(data.notice.announced).toEqual([{ version: coming.id }]);
	expect(data.notice.versionAt.version).toBe(coming.id);
	expect(data.notice.current.successor.version).toBe(coming.id);
});

it('answers an unknown notice, version and id with null', async () => {
	await using api = await openTestApi();
	const { data, errors } = await api.ask(`{
		notice(slug: "nothing") { slug }
		noticeVersion(notice: "california", version: "1999-01-01") { version }
		node(id: "${Buffer.from('Notice:nothing').toString('base64')}") { id }
	}`);
	expect(errors).toBeUndefined();
	expect(data).toEqual({ notice: null, noticeVersion: null, node: null });
});

it('finds notices and versions again by their ids', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask('{ notice(slug: "california") { id current { id version } } }');
	const again = await api.ask(
		'query ($a: ID!, $b: ID!) { a: node(id: $a) { id ... on Notice { slug } } b: node(id: $b) { id ... on NoticeVersion { version } } }',
		{ a: data.notice.id, b: data.notice.current.id },
	);
	expect(again.data.a).toEqual({ id: data.notice.id, slug: 'california' });
	expect(again.data.b).toEqual({ id: data.notice.current.id, version: data.notice.current.version });
});

it('pages through the versions, newest first, and never gives more than a hundred', async () => {
	await using api = await openTestApi();
	const query = `query ($first: Int, $after: String) { notice(slug: "california") {
		versions(first: $first, after: $after) { edges { node { version } } pageInfo { hasNextPage endCursor } } } }`;
	const seen: string[] = [];
	let after: string | null = null;
	do {
		const { data } = await api.ask(query, { first: 2, after });
		seen.push(...data.notice.versions.edges.map((edge: { node: { version: string } }) => edge.node.version));
		after = data.notice.versions.pageInfo.hasNextPage ? data.notice.versions.pageInfo.endCursor : null;
	} while (after);
	const notice = api.library.notices.find(({ slug }) => slug === 'california');
	expect(seen).toEqual(notice?.versions.map(({ id }) => id).toReversed());
	expect((await api.ask(query, { first: 1_000_000 })).data.notice.versions.edges).toHaveLength(seen.length);
});

it('gives the text, its sections and its translation', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(`{ notice(slug: "california") { announced {
		locales title es: title(locale: "es") none: title(locale: "xx") sha256 esSha: sha256(locale: "es")
		text plain: text(format: PLAIN) esText: text(format: PLAIN, locale: "es")
		sections { id heading depth text }
	} } }`);
	const [version] = data.notice.announced;
	expect(version.locales).toEqual(['en', 'es']);
	expect(version.none).toBe(version.title);
	expect(version.es).not.toBe(version.title);
	expect(version.esSha).not.toBe(version.sha256);
	expect(version.text).toMatch(/^#+ /m);
	expect(version.plain).not.toMatch(/^#+ /m);
	expect(version.esText).not.toBe(version.plain);
	for (const section of version.sections) expect(version.plain).toContain(section.text);
});

it('shows what changed, to the letter', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(`{ notice(slug: "california") { announced { redline {
		from { version text(format: PLAIN) } to { version } data spans { op text }
	} } } }`);
	const { redline } = data.notice.announced[0];
	const text = (without: string) =>
		redline.spans
			.filter((it: { op: string }) => it.op !== without)
			.map((it: { text: string }) => it.text)
			.join('');
	expect(redline.data.length).toBeGreaterThan(0);
	expect(text('INSERT').length).toBeGreaterThan(1000);
	expect(text('INSERT')).not.toBe(text('DELETE'));
});

it('shows what each version changed in kind, with the words that show it, and nothing for a first one', async () => {
	await using api = await openTestApi();
	const query = `{ notice(slug: "california") { versions(first: 20) { edges { node {
		version changeClass changeCodes { code direction evidence } classReason override { codes reason by }
	} } } } }`;
	const { data } = await api.ask(query);
	const versions = data.notice.versions.edges.map((it: { node: { version: string } }) => it.node);
	const of = (id: string) => versions.find((it: { version: string }) => it.version === id);
	expect(of('2021-07-01')).toMatchObject({ changeCodes: [], override: null, classReason: null });
	expect(of('2022-02-14').changeCodes).toEqual([]);
	expect(of('2026-09-01').changeCodes).toContainEqual({
		code: 'M1',
		direction: 'ADVERSE',
		evidence: expect.arrayContaining(['Inferences about you: collected no → yes']),
	});
});

it('shows for every version of the project’s own notices a class that its difference bears out', async () => {
	await using api = await openTestApi();
	for (const notice of api.library.notices) {
		for (const version of notice.versions) {
			expect([version.id, verdictOf(notice, version)?.class ?? version.revision.class]).toEqual([
				version.id,
				version.revision.class,
			]);
		}
	}
});

it('says by a code that a page is asked for wrongly', async () => {
	await using api = await openTestApi();
	const page = async (args: string) => {
		const { errors } = await api.ask(`{ notice(slug: "california") { versions(${args}) { edges { cursor } } } }`);
		return errors?.map((it) => it.extensions?.code);
	};
	expect([await page('first: -1'), await page('last: -1')]).toEqual([['BAD_USER_INPUT'], ['BAD_USER_INPUT']]);
});
