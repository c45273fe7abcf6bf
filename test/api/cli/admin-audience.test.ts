import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../api/store/open.ts';
import { contentCopy } from '../../support/content.ts';
import { root } from '../../support/places.ts';

const version = '2999-01-01';

/** A store, and content with a version that is announced in a far future. */
const stage = async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-audience-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true }));
	await (await openStore({ dataDir, databaseUrl: undefined, sqliteDriver: 'node', dataKey: undefined })).close();
	const folder = await contentCopy();
	const notices = join(folder, 'notices/lantern');
	const text = readFileSync(join(notices, '2025-02-01.mdx'), 'utf8')
		.replace('version: 2025-02-01', `version: ${version}`)
		.replace(/announcedAt: .*/, 'announcedAt: 2998-06-01T00:00:00Z')
		.replace(/effectiveAt: .*/, `effectiveAt: ${version}T12:00:00Z`);
	writeFileSync(join(notices, `${version}.mdx`), text);
	const env = { PATH: process.env.PATH, DATA_DIR: dataDir, CONTENT_DIR: folder, SQLITE_DRIVER: 'node' };
	const of = ['--notice', 'lantern', '--version', version];
	const admin = (action: string, ...args: string[]) =>
		spawnSync(process.execPath, ['api/cli/admin.ts', 'audience', action, ...of, ...args], {
			cwd: root,
			env,
			encoding: 'utf8',
		});
	const csv = (content: string) => {
		const file = join(dataDir, 'people.csv');
		writeFileSync(file, content);
		return file;
	};
	return { admin, csv };
};

it('hands people over from a file, each once, and shows in numbers what was done', async () => {
	const { admin, csv } = await stage();
	const people = Array.from({ length: 700 }, (_, n) => `person-${n}@example.com`).join('\n');
	expect(admin('add', '--csv', csv(`email\n${people}\n`)).stdout).toBe(
		'700 added, 0 known before. Delete the file now.\n',
	);
	expect(JSON.parse(admin('add', '--json', '--csv', csv('PERSON-1@example.com,es\nnew@example.com')).stdout)).toEqual({
		added: 1,
		known: 1,
	});
	const report = ['--by', 'Post room', '--sent-on', '2998-06-02', '--sent', '10', '--delivered', '9', '--failed', '1'];
	expect(admin('report', ...report, '--sha256', 'a'.repeat(64)).stdout).toBe('Recorded.\n');
	const shown = JSON.parse(admin('show', '--json').stdout);
	expect(shown.map(({ type, people }: { type: string; people?: number }) => [type, people])).toEqual([
		['audienceHandedOver', 500],
		['audienceHandedOver', 200],
		['audienceHandedOver', 1],
		['audienceToldByOthers', undefined],
	]);
});

it('adds nobody where a line is wrong, and names the line without quoting it', async () => {
	const { admin, csv } = await stage();
	const { status, stderr } = admin('add', '--csv', csv('ana@example.com\nana at example\nben@example.com,en,more\n'));
	expect(status).toBe(2);
	expect(stderr).toContain('--csv: line 2: Expected an e-mail address');
	expect(stderr).toContain('And 1 more lines. Nobody was added.');
	expect(stderr).not.toMatch(/ana at|ben@/);
	expect(admin('show').stdout).toBe('Nobody has been handed over for this version.\n');
});

it('says what a report lacks, and that there is no such version', async () => {
	const { admin, csv } = await stage();
	const wrong = admin(
		'report',
		'--by',
		'Post room',
		'--sent-on',
		'yesterday',
		'--sent',
		'1',
		'--delivered',
		'1',
		'--failed',
		'0',
	);
	expect([wrong.status, wrong.stderr]).toEqual([2, '--sent-on: expected a date such as 2027-03-01\n']);
	const unknown = admin('add', '--csv', csv('ana@example.com'), '--version', '2999-12-31');
	expect([unknown.status, unknown.stderr]).toEqual([1, 'There is no such version of this notice.\n']);
});
