import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestApi } from '../../graphql/api.ts';
import { projectContent, root } from '../../support/places.ts';

const open = async () => {
	const api = await openTestApi();
	const env = { ...process.env, DATA_DIR: api.dataDir, CONTENT_DIR: projectContent };
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-moving-'));
	const run = (kind: string, lines: readonly string[], ...args: string[]) => {
		const csv = join(folder, `${kind}.csv`);
		writeFileSync(csv, lines.join('\r\n'));
		return spawnSync(process.execPath, [join(root, 'api/cli/admin.ts'), 'import', kind, '--csv', csv, ...args], {
			encoding: 'utf8',
			env,
		});
	};
	return { api, run, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() };
};

const cases = [
	'reference,receivedOn,population,rights,email,name,details,requester',
	'T-1,2026-08-20,website,DELETE OPT_OUT,ana@example.com,"Ruiz, Ana","Two lines,',
	'of words",',
	'T-2,2026-11-20,website,KNOW_CATEGORIES,bo@example.com,,,AGENT',
];

it('tries a file of open cases first, keeps it when asked, and knows it again', async () => {
	await using store = await open();
	const tried = store.run('requests', cases);
	expect(tried.stdout).toContain('2 new, 0 known before, 0 wrong. Nothing was kept: add --keep to keep them.');
	expect(tried.stdout).toMatch(/^line \d+: new: DELETE due on 2026-10-04, \d+ days late; OPT_OUT due on 2026-09-0/m);
	expect(tried.stdout).not.toMatch(/ana|ruiz|example/i);
	const count = () => store.api.store.read((tx) => tx.selectFrom('request').select('manner').execute());
	expect(await count()).toEqual([]);

	expect(store.run('requests', cases, '--keep')).toMatchObject({ status: 0 });
	expect(await count()).toEqual([{ manner: 'IMPORT' }, { manner: 'IMPORT' }, { manner: 'IMPORT' }]);
	expect(await store.api.deliver()).toEqual([]);
	const again = store.run('requests', cases, '--keep', '--json');
	expect(JSON.parse(again.stdout)).toMatchObject({ kept: true, lines: [{ outcome: 'known' }, { outcome: 'known' }] });

	const key = await store.api.keyFor('requests:read', 'personal:read');
	const { data } = await store.api.ask(
		'{ rightsRequests { edges { node { right status requester receivedAt dueOn version { version } sent { details } } } } }',
		{},
		{ key },
	);
	const nodes = data.rightsRequests.edges.map(({ node }: { node: { right: string } }) => node);
	expect(nodes.find(({ right }: { right: string }) => right === 'DELETE')).toEqual({
		right: 'DELETE',
		status: 'IN_PROGRESS',
		requester: 'SELF',
		receivedAt: '2026-08-20T07:00:00.000Z',
		dueOn: '2026-10-04',
		version: { version: '2025-01-01' },
		sent: { details: 'Two lines,\nof words' },
	});
});

it('keeps nothing of a file with a wrong line, and says which, where and why without quoting it', async () => {
	await using store = await open();
	const wrong = [
		...cases,
		'T-3,soon,website,DELETE,cy@example.com,,,',
		'T-4,2026-11-01,customer,DELETE,di@example.com,,,',
	];
	const { status, stdout } = store.run('requests', wrong, '--keep');
	expect(status).toBe(1);
	expect(stdout).toMatch(/line \d: wrong: receivedOn: /);
	expect(stdout).toMatch(/line \d: wrong: population: Somebody else answers these people/);
	expect(stdout).toContain('Nothing was kept.');
	expect(stdout).not.toMatch(/example\.com|soon/);
	expect(await store.api.store.read((tx) => tx.selectFrom('request').select('id').execute())).toEqual([]);
	expect(store.run('requests', ['reference', 'a"b'])).toMatchObject({ status: 2 });
	expect(store.run('everything', cases)).toMatchObject({ status: 2 });
});

it('takes over opt-outs that stand since their day', async () => {
	await using store = await open();
	const lines = ['email,chosenOn,choices', 'ana@example.com,2026-03-01,OPT_OUT LIMIT'];
	expect(store.run('optouts', lines, '--keep').stdout).toContain('new: stands since 2026-03-01');
	expect(store.run('optouts', lines, '--keep').stdout).toContain('known: known before');
	const key = await store.api.keyFor('optouts:read');
	const { data } = await store.api.ask(
		'{ optOutStateOfPerson(email: "ANA@example.com") { optedOut limited mayAskAgainOn } }',
		{},
		{ key },
	);
	expect(data.optOutStateOfPerson).toEqual({ optedOut: true, limited: true, mayAskAgainOn: '2027-03-01' });
});

it('takes over subscribers who agreed elsewhere, with the evidence, and writes to them of the next change only', async () => {
	await using store = await open();
	const lines = [
		'email,notices,consentOn,consent,classes,locale',
		'ana@example.com,california privacy-policy,2025-05-01,"Link followed, list of 2025",material,es',
	];
	expect(store.run('subscribers', lines, '--keep').stdout).toContain('new: confirmed since 2025-05-01');
	expect(store.run('subscribers', lines, '--keep').stdout).toContain('known');
	expect(await store.api.deliver()).toEqual([]);
	const rows = await store.api.store.read((tx) =>
		tx.selectFrom('subscription').select(['status', 'confirmedAt', 'leastClass', 'locale']).execute(),
	);
	expect(rows).toEqual([
		{ status: 'CONFIRMED', confirmedAt: '2025-05-01T07:00:00.000Z', leastClass: 'material', locale: 'es' },
	]);
	const unknown = ['email,notices,consentOn,consent', 'bo@example.com,nothing,2025-05-01,By telephone'];
	expect(store.run('subscribers', unknown).stdout).toContain('wrong: notices: There is no such notice.');
});

it('takes over objections within their window, once for an address', async () => {
	await using store = await open();
	const of = (reference: string, objectedOn: string) =>
		`${reference},california,2027-03-01,ana@example.com,${objectedOn},I do not want it.`;
	const head = 'reference,notice,version,email,objectedOn,reason';
	const lines = [head, of('O-1', '2026-11-20'), of('O-2', '2026-11-21')];
	const { stdout } = store.run('objections', lines, '--keep');
	expect(stdout).toContain('new: counts');
	expect(stdout).toContain('new: adds nothing to one that counts');
	expect(store.run('objections', lines, '--keep').stdout).toContain('0 new, 2 known before');
	expect(store.run('objections', [head, of('O-3', '2026-01-02')]).stdout).toContain(
		'wrong: version: This version takes no objections.',
	);
	expect(await store.api.deliver()).toEqual([]);
});
