import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Span } from '../../../schema/notice/model.ts';
import { contentCopy, edit, fixtureContent } from '../../support/content.ts';

const program = fileURLToPath(new URL('../../../api/cli/notice.ts', import.meta.url));

const notice = (...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
	return { status, stdout, stderr };
};

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
		expect(JSON.parse(stdout)).toEqual({ errors: 0, warnings: 0, findings: [] });
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

describe('used wrongly', () => {
	it.each([
		[[]],
		[['frob']],
		[['check', 'twice']],
		[['check', '--bogus']],
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
