import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentCopy } from '../../../support/content.ts';

const program = fileURLToPath(new URL('../../../../api/cli/notice.ts', import.meta.url));

const notice = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
	return { status, stdout, stderr };
};

/** A folder of files that goes when the test is over. */
const folderWith = async (files: Record<string, string | Uint8Array>) => {
	const folder = await mkdtemp(join(tmpdir(), 'import-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	return folder;
};

const past = {
	'2023-01-05.md': '# Bread notice\n\nWe bake.\n\n## What we collect\n\nYour name.\n',
	'2023-01-05.2.md': '# Bread notice\n\nWe bake.\n\n## What we collect\n\nYour name and address.\n',
	'2024-06-01.html':
		'<nav>Home</nav><h1>Bread notice</h1><p>We bake.</p><h2>Data</h2><p>Your name and address.</p><h2>Children</h2><p>None.</p>',
	'2025-02-03.txt': 'Bread notice\n\nWe bake.\n\nData\n\nYour name.\n',
	'README.md': 'Not a notice.',
};

const importInto = async (files: Record<string, string | Uint8Array>, ...args: string[]) => {
	const from = await folderWith(files);
	const into = join(await folderWith({}), 'content');
	const only = Object.keys(files).length === 1 ? join(from, Object.keys(files)[0] ?? '') : from;
	return { into, from, ...notice('import', only, '--notice', 'bread', '--into', into, ...args) };
};

const versionsIn = (into: string) => readdir(join(into, 'notices/bread')).catch(() => []);

describe('notice import of a folder', () => {
	it('makes a content folder that is whole, published and without an error', async () => {
		const { into, status, stdout } = await importInto(past, '--controller', 'Fern Bakery', '--publish');
		expect([status, stdout]).toEqual([0, expect.stringContaining('4 versions written to')]);
		expect(await versionsIn(into)).toEqual([
			'2023-01-05.2.mdx',
			'2023-01-05.mdx',
			'2024-06-01.mdx',
			'2025-02-03.mdx',
			'notice.yaml',
		]);
		expect(notice('check', '--content', into).stdout).toBe('0 errors, 0 warnings in 1 notice with 4 versions.\n');
		expect(notice('verify', '--content', into).status).toBe(0);
	});

	it('marks the placeholders in what it makes up', async () => {
		const { into, stdout } = await importInto(past);
		for (const file of ['organisation.yaml', 'people.yaml', 'notices/bread/notice.yaml']) {
			expect(stdout).toContain(file);
			expect(await readFile(join(into, file), 'utf8')).toMatch(/^# placeholder: /);
		}
	});

	it('tells what it kept, what it left out and on which line', async () => {
		const { stdout } = await importInto(past);
		expect(stdout).toMatch(
			/^2024-06-01 {2}2024-06-01\.html: 11 words kept of 12, 3 sections; sha256 of the words [0-9a-f]{16}$/m,
		);
		expect(stdout).toContain('    line 1: left out (page chrome: <nav>): Home');
	});

	it('keeps section ids from version to version', async () => {
		const { into } = await importInto(past);
		expect(await readFile(join(into, 'notices/bread/2025-02-03.mdx'), 'utf8')).toContain('## Data {#what-we-collect}');
	});

	it('writes nothing where it is only to say what it would do', async () => {
		const { into, status, stdout } = await importInto(past, '--dry-run');
		expect([status, await versionsIn(into)]).toEqual([0, []]);
		expect(stdout).toContain('4 versions would be written');
	});

	it('prints all of it as JSON', async () => {
		const { stdout } = await importInto(past, '--json', '--publish');
		const { outcomes, written, published, refused } = JSON.parse(stdout);
		expect(outcomes.map((it: { proof: { holds: boolean } }) => it.proof.holds)).toEqual([true, true, true, true]);
		expect([written.length, published, refused]).toEqual([4, 4, null]);
	});
});

describe('a second import', () => {
	it('is refused, unless it is to replace the first', async () => {
		const { into, from } = await importInto(past);
		const again = (...args: string[]) => notice('import', from, '--notice', 'bread', '--into', into, ...args);
		expect(again()).toMatchObject({ status: 1, stdout: expect.stringContaining('--replace writes them anew') });
		await rm(join(from, '2025-02-03.txt'));
		expect(again('--replace').status).toBe(0);
		expect(await versionsIn(into)).not.toContain('2025-02-03.mdx');
	});

	it('never replaces what was published', async () => {
		const { into, from } = await importInto(past, '--publish');
		const { status, stdout } = notice('import', from, '--notice', 'bread', '--into', into, '--replace');
		expect([status, stdout]).toEqual([1, expect.stringContaining('what was published stays')]);
		expect(notice('verify', '--content', into).status).toBe(0);
	});

	it('adds a notice to a folder that has others, and publishes it alone', async () => {
		const content = await contentCopy();
		const from = await folderWith({ '2023-01-05.md': past['2023-01-05.md'] });
		const run = notice('import', join(from, '2023-01-05.md'), '--notice', 'bread', '--into', content, '--publish');
		expect(run.stdout).toContain('Made with placeholders that are marked in them: notices/bread/notice.yaml');
		expect(notice('check', '--content', content).stdout).toContain('0 errors, 0 warnings in 2 notices');
		const ledger = JSON.parse(await readFile(join(content, 'ledger.json'), 'utf8'));
		expect(ledger.at(-1)).toMatchObject({ notice: 'bread', imported: true });
	});
});

describe('notice import --git', () => {
	const git = (folder: string, at: string, ...args: string[]) =>
		execFileSync('git', ['-C', folder, '-c', 'user.name=Wren', '-c', 'user.email=wren@fern.example', ...args], {
			env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
		});
	const commit = (folder: string, at: string) => {
		git(folder, at, 'add', '-A');
		git(folder, at, 'commit', '-q', '-m', 'x');
	};

	it('follows a file through renames and merges, by the dates of its commits', async () => {
		const repository = await folderWith({ 'privacy.md': past['2023-01-05.md'] });
		git(repository, '', 'init', '-q', '-b', 'main');
		commit(repository, '2023-01-05T23:30:00-0800');
		await mkdir(join(repository, 'legal'));
		await rename(join(repository, 'privacy.md'), join(repository, 'legal/privacy.md'));
		commit(repository, '2023-02-01T12:00:00-0800');
		git(repository, '', 'checkout', '-q', '-b', 'draft');
		await writeFile(join(repository, 'legal/privacy.md'), past['2023-01-05.2.md']);
		commit(repository, '2023-03-01T12:00:00-0800');
		git(repository, '', 'checkout', '-q', 'main');
		git(repository, '2023-04-01T12:00:00-0800', 'merge', '-q', '--no-ff', '-m', 'x', 'draft');
		const into = join(dirname(repository), 'none');
		const file = join(repository, 'legal/privacy.md');
		const run = notice(
			'import',
			file,
			'--git',
			'--notice',
			'bread',
			'--into',
			into,
			'--zone',
			'America/Los_Angeles',
			'--json',
			'--dry-run',
		);
		const { outcomes } = JSON.parse(run.stdout);
		expect(outcomes.map((it: { kind: string; version?: string }) => it.version ?? it.kind)).toEqual([
			'2023-01-05',
			'same',
			'2023-04-01',
		]);
		expect(outcomes[0].mdx).toContain('effectiveAt: 2023-01-05T23:30:00-08:00');
	});
});

describe('what cannot be imported', () => {
	it('is refused by file and line, and nothing is written, where words would be lost', async () => {
		const { into, status, stdout } = await importInto({
			...past,
			'2025-03-01.md': '# Bread notice\n\nWe bake.\n\n</p> <b we\n- care\n\nAlways.\n',
		});
		expect([status, await versionsIn(into)]).toEqual([1, []]);
		expect(stdout).toContain('2025-03-01.md:8: Words would be lost');
		expect(stdout).toContain('Nothing was written.');
	});

	it('is refused where the notice’s name belongs to the site', async () => {
		const from = await folderWith({ '2023-01-05.md': 'We bake.' });
		const { status, stdout } = notice('import', from, '--notice', 'docs', '--into', join(from, 'content'));
		expect([status, stdout]).toEqual([1, expect.stringContaining('error F20')]);
	});

	it.each<[Record<string, string | Uint8Array>, string[], string]>([
		[{ 'notice.md': 'We bake.' }, [], 'its name has no date. Add --at'],
		[{ 'notice.docx': 'We bake.' }, ['--at', '2024-01-01'], 'expected a file that ends in .txt'],
		[{ '2024-01-01.txt': Uint8Array.of(0xe9) }, [], 'is not UTF-8'],
		[{ '2024-01-01.md': 'a', 'notice.md': 'b' }, [], 'Name it by the day it took effect'],
		[{ '2024-01-01.md': 'a', '2024-01-02.md': 'b' }, ['--at', '2024-01-01'], '--at: names the day of one file'],
		[{ 'notice.md': 'a' }, ['--at', 'noon'], '--at: expected a date'],
		[{ '2024-01-01.md': 'a' }, ['--locale', 'ar'], '--locale: expected one of en, es'],
		[{ '2024-01-01.md': 'a' }, ['--zone', 'Moon'], '--zone: expected an IANA time zone'],
		[{ '2024-01-01.md': 'a' }, ['--base', 'here'], '--base: expected an address'],
		[{ '2024-01-01.md': 'a' }, ['--git'], 'git could not tell its history'],
		[{ '2024-01-01.md': 'a' }, ['--notice', 'Bread!'], '--notice: expected lower-case words'],
	])('is told with what was expected: %j %j', async (files, args, message) => {
		const { status, stderr } = await importInto(files, ...args);
		expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
	});
});
