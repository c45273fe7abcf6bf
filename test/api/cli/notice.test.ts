import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Span } from '../../../schema/notice/model.ts';
import { californiaContent, contentCopy, edit, fixtureContent } from '../../support/content.ts';
import { notice } from '../../support/notice-command.ts';
import { freePort, startProgram } from '../../support/process.ts';

describe('notice check', () => {
	it('ends with 0 and a count where nothing is wrong', () => {
		const run = notice('check', '--content', fixtureContent);
		expect(run).toEqual({ status: 0, stdout: '0 errors, 0 warnings in 1 notice with 3 versions.\n', stderr: '' });
	});

	it('ends with 1 and names file, line, field, and how to mend it', async () => {
		const folder = await contentCopy();
		await edit(folder, 'notices/lantern/2024-01-01.mdx', 'respondWithinDays: 30', 'respondWithinDays: soon');
		const { status, stdout } = notice('check', '--content', folder);
		expect(status).toBe(1);
		expect(stdout).toContain('2024-01-01.mdx:27  error F1  commitments.respondWithinDays');
		expect(stdout).toContain('Expected a number, found "soon". Change the value.');
	});

	it('prints JSON for programs', async () => {
		const { stdout } = notice('check', '--json', '--content', fixtureContent);
		expect(JSON.parse(stdout)).toEqual({ errors: 0, warnings: 0, accepted: 0, findings: [] });
	});

	it('holds the content to the law, and ends with 1 until each flaw is mended or accepted', async () => {
		const folder = await contentCopy(californiaContent);
		const file = 'notices/heron/2026-03-02.mdx';
		const at = ['--at', '2026-03-01T12:00:00-08:00'];
		await edit(folder, file, '    retention: a year\n', '');
		const refused = notice('check', '--content', folder, ...at);
		expect(refused.status).toBe(1);
		expect(refused.stdout).toContain('error C2  categories.internetActivity.retention');
		expect(refused.stdout).toContain(
			'Add retention: a period, or what decides it. [Cal. Civ. Code § 1798.100(a)(1)–(3)',
		);
		const field = 'categories.internetActivity';
		await edit(
			folder,
			file,
			'controller:',
			`accepts:\n  - { rule: C2, field: ${field}, reason: Until May. }\ncontroller:`,
		);
		const accepted = notice('check', '--content', folder, ...at);
		expect(accepted.status).toBe(0);
		expect(accepted.stdout).toContain('accepted C2  categories.internetActivity.retention');
		expect(accepted.stdout).toContain('Accepted: Until May.');
		expect(accepted.stdout).toContain('0 errors, 0 warnings, 1 accepted in 1 notice with 1 version.');
	});

	it('accepts only the flaw that is named', async () => {
		const folder = await contentCopy(californiaContent);
		const file = 'notices/heron/2026-03-02.mdx';
		await edit(folder, file, /^ {4}retention: .*\n/gm, '');
		await edit(
			folder,
			file,
			'controller:',
			'accepts:\n  - { rule: C2, field: categories.identifiers, reason: Until May. }\ncontroller:',
		);
		const { stdout } = notice('check', '--json', '--content', folder, '--at', '2026-03-01T12:00:00-08:00');
		expect(JSON.parse(stdout)).toMatchObject({ errors: 1, accepted: 1 });
	});

	it('accepts in notice.yaml what a published text can no longer accept itself', async () => {
		const folder = await contentCopy(californiaContent);
		const at = ['--content', folder, '--at', '2026-03-02T12:00:00-08:00'];
		await edit(folder, 'notices/heron/2026-03-02.mdx', '    retention: a year\n', '');
		expect(notice('publish', '--imported', ...at).status).toBe(0);
		expect(notice('check', ...at).status).toBe(1);
		const accepts = 'accepts:\n  - { version: 2026-03-02, rule: C2, reason: Mended in the next version. }';
		await edit(folder, 'notices/heron/notice.yaml', 'locales: [en]', `locales: [en]\n${accepts}`);
		expect(notice('check', ...at).status).toBe(0);
	});

	it('annotates the lines of a pull request', async () => {
		const folder = await contentCopy(californiaContent);
		await edit(folder, 'notices/heron/2026-03-02.mdx', '    retention: a year\n', '');
		const at = ['--content', folder, '--at', '2026-03-01T12:00:00-08:00'];
		const { status, stdout } = notice('check', '--format', 'github', ...at);
		expect(status).toBe(1);
		expect(stdout.split('\n')[0]).toBe(
			`::error file=${folder}/notices/heron/2026-03-02.mdx,line=35,title=C2 categories.internetActivity.retention::Internet and network activity: collected, and how long it is kept is not said. Add retention: a period, or what decides it.%0ACal. Civ. Code § 1798.100(a)(1)–(3), § 1798.110(c)`,
		);
	});
});

describe('notice publish', () => {
	it('makes the same ledger again from the same dates', async () => {
		const folder = await contentCopy();
		const ledger = join(folder, 'ledger.json');
		const before = await readFile(ledger, 'utf8');
		await rm(ledger);
		for (const at of ['2023-12-01T09:00:00-08:00', '2024-03-04T00:00:00-08:00', '2024-12-15T09:00:00-08:00']) {
			expect(notice('publish', '--at', at, '--content', folder).status).toBe(0);
		}
		expect(JSON.parse(await readFile(ledger, 'utf8'))).toEqual(JSON.parse(before));
		expect(notice('verify', '--content', folder).status).toBe(0);
	});

	it('writes nothing while something is wrong', async () => {
		const folder = await contentCopy();
		await rm(join(folder, 'ledger.json'));
		await edit(folder, 'notices/lantern/2024-01-01.mdx', '(#records)', '(#nowhere)');
		const { status, stdout } = notice('publish', '--content', folder);
		expect(status).toBe(1);
		expect(stdout).toContain('Nothing was published: 1 error to mend first.');
		await expect(readFile(join(folder, 'ledger.json'))).rejects.toThrow('ENOENT');
	});

	it('enters no flaw of content unaccepted, since it could not be mended any more', async () => {
		const folder = await contentCopy(californiaContent);
		await edit(folder, 'notices/heron/2026-03-02.mdx', '    retention: a year\n', '');
		const at = ['--content', folder, '--at', '2026-03-02T12:00:00-08:00'];
		expect(notice('publish', ...at).status).toBe(1);
		await edit(
			folder,
			'notices/heron/2026-03-02.mdx',
			'controller:',
			'accepts:\n  - { rule: C2, reason: The period is being decided. }\ncontroller:',
		);
		expect(notice('publish', ...at).status).toBe(0);
	});

	it('takes history that came too late at its word only when told that it is history', async () => {
		const folder = await contentCopy();
		await rm(join(folder, 'ledger.json'));
		const file = 'notices/lantern/2025-02-01.mdx';
		await edit(folder, file, 'announcedAt: 2024-12-15', 'announcedAt: 2025-01-15');
		expect(notice('publish', '--content', folder).status).toBe(1);
		expect(notice('publish', '--imported', '--content', folder).status).toBe(0);
		expect(notice('check', '--content', folder).status).toBe(0);
	});
});

describe('notice verify', () => {
	it('ends with 1 where a published promise was changed', async () => {
		const folder = await contentCopy();
		await edit(folder, 'notices/lantern/2024-01-01.mdx', 'respondWithinDays: 30', 'respondWithinDays: 45');
		const { status, stdout } = notice('verify', '--content', folder);
		expect(status).toBe(1);
		expect(stdout).toContain('Was published on 2023-12-01 and differs');
	});

	it('ends with 1 where the ledger was changed', async () => {
		const folder = await contentCopy();
		const ledger = join(folder, 'ledger.json');
		await writeFile(ledger, (await readFile(ledger, 'utf8')).replace('2023-12-01', '2023-12-02'));
		const { status, stdout } = notice('verify', '--content', folder);
		expect(status).toBe(1);
		expect(stdout).toContain('was changed after it was written');
	});
});

describe('notice preview', () => {
	it('serves drafts at another instant, and every page says what it is', async () => {
		const folder = await contentCopy();
		await rm(join(folder, 'ledger.json'));
		const port = String(await freePort());
		const at = ['--content', folder, '--at', '2025-03-01T00:00:00-08:00'];
		const server = await startProgram({ PORT: port, HOST: '127.0.0.1' }, ['api/cli/notice.ts', 'preview', ...at]);
		const page = await fetch(`http://127.0.0.1:${port}/lantern/`).then((it) => it.text());
		await server.stop();
		expect(page).toContain('<dd>2025-02-01</dd>');
		expect(page).toMatch(/demonstration/i);
	});
});

describe('used wrongly', () => {
	it.each([
		[[]],
		[['frob']],
		[['check', 'twice']],
		[['check', '--bogus']],
		[['review', 'lantern', 'heron']],
		[['check', '--format', 'pdf']],
		[['check', '--at', 'noon']],
		[['publish', '--at', 'noon']],
		[['check', '--imported']],
	])('ends with 2 and points to the help: %j', (args) => {
		const { status, stderr } = notice(...args);
		expect(status).toBe(2);
		expect(stderr).toContain('npm run notice -- --help');
	});

	it('explains itself', () => {
		const { status, stdout } = notice('--help');
		expect(status).toBe(0);
		expect(stdout).toContain('publish   Enter every text');
	});
});

describe('notice diff', () => {
	const folder = async (files: Record<string, string>): Promise<string> => {
		const path = await mkdtemp(join(tmpdir(), 'diff-'));
		onTestFinished(() => rm(path, { recursive: true, force: true }));
		await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)));
		return path;
	};

	it('says of two versions what the change amounts to, why, and which promises changed', () => {
		const { status, stdout } = notice('diff', 'lantern@2024-03-04', 'lantern@2025-02-01', '--content', fixtureContent);
		expect(status).toBe(0);
		expect(stdout).toContain('lantern@2024-03-04 → lantern@2025-02-01');
		expect(stdout).toContain('Material: it changes what people were promised.');
		expect(stdout).toMatch(/M1 {2}categories of personal information, adverse\n {8}\S/);
		expect(stdout).toContain('{+');
	});

	it('uses no colour where no terminal reads it', () => {
		const { stdout } = notice('diff', 'lantern@2024-03-04', 'lantern@2025-02-01', '--content', fixtureContent);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: colour begins with the escape character
		expect(stdout).not.toMatch(/\u001b/);
	});

	it.each(['md', 'html', 'txt', 'mdx'])('compares two files that end in .%s', async (ending) => {
		const wrap = (text: string) => (ending === 'html' ? `<main><p>${text}</p></main>` : `${text}\n`);
		const path = await folder({
			[`old.${ending}`]: wrap('We keep letters for two years.'),
			[`new.${ending}`]: wrap('We keep letters for ten years.'),
		});
		const { status, stdout } = notice('diff', '--json', join(path, `old.${ending}`), join(path, `new.${ending}`));
		const found = JSON.parse(stdout) as {
			class: string;
			codes: { code: string }[];
			redline: Span[];
			texts: { from: string; to: string };
		};
		expect(status).toBe(0);
		expect(found.class).toBe('material');
		expect(found.codes.map(({ code }) => code)).toEqual(['M7']);
		const rebuilt = (op: Span['op']) =>
			found.redline.flatMap((it) => (it.op === 'equal' || it.op === op ? it.text : [])).join('');
		expect([rebuilt('delete'), rebuilt('insert')]).toEqual([found.texts.from, found.texts.to]);
		if (ending === 'txt') expect(rebuilt('insert')).toBe(await readFile(join(path, 'new.txt'), 'utf8'));
	});

	it.each([
		[['old.md'], 'Name two versions or files to compare.'],
		[['nowhere.md', 'old.md'], "There is no file 'nowhere.md'"],
		[['lantern@2024-03-04', 'lantern@2020-01-01'], "lantern has no version '2020-01-01'. Name one of 2024-01-01"],
		[['lamp@2024-03-04', 'lantern@2024-03-04'], "There is no notice 'lamp'. Name one of lantern."],
	])('refuses %j and says what to name', (names, message) => {
		const { status, stderr } = notice('diff', ...names, '--content', fixtureContent);
		expect(status).toBe(2);
		expect(stderr).toContain(message);
	});
});
