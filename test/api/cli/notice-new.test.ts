import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { changeClasses } from '../../../schema/notice/vocabulary.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { contentCopy, edit } from '../../support/content.ts';
import { notice } from '../../support/notice-command.ts';

const at = ['--at', '2026-06-01T12:00:00-07:00'];
const lantern = 'notices/lantern';

const begin = async (...more: string[]) => {
	const folder = await contentCopy();
	const run = notice('new', 'lantern', '--json', '--content', folder, ...at, ...more);
	return { folder, run, written: run.status === 0 ? JSON.parse(run.stdout) : null };
};

describe('notice new', () => {
	it.each(changeClasses)('proposes dates for a change of class %s that keep what the notice promises', async (kind) => {
		const { folder, written } = await begin('--class', kind);
		expect(written.predecessor).toBe('2025-02-01');
		const { findings } = await readLibrary(folder);
		expect(findings.filter((it) => /^(F1|F2|F3|T1)$/.test(it.rule))).toEqual([]);
	});

	it('counts the notice from tomorrow morning, in whole days', async () => {
		const { written } = await begin('--class', 'material');
		expect(written).toMatchObject({ version: '2026-07-03', announcedAt: '2026-06-02T16:00:00.000Z', leadDays: 30 });
	});

	it('copies text and promises to the letter, in each language, and asks for what tells of the change', async () => {
		const { folder } = await begin();
		const read = (name: string) => readFile(join(folder, lantern, name), 'utf8');
		const [old, next] = [await read('2025-02-01.mdx'), await read('2026-06-06.mdx')];
		expect(next.slice(next.indexOf('controller:'))).toBe(old.slice(old.indexOf('controller:')));
		expect(parse(next.split('---')[1] ?? '')).toMatchObject({
			class: 'substantive',
			changes: [],
			predecessor: '2025-02-01',
		});
		expect(await read('2026-06-06.es.mdx')).toContain('la puerta');
		const todo = notice('check', '--content', folder, ...at).stdout;
		expect(todo).toContain("2026-06-06.mdx:13  error F6\n    'TODO' holds a place.");
		expect(todo).toContain("2026-06-06.es.mdx:6  error F6\n    'TODO' holds a place.");
	});

	it('is published once it is filled in', async () => {
		const { folder } = await begin('--class', 'editorial');
		const file = `${lantern}/2026-06-02.mdx`;
		await edit(folder, file, "'TODO: what changed, in 20 to 140 characters.'", 'Says which desk is meant.');
		await edit(folder, file, 'changes: []', 'changes: [{ section: ask, summary: Says which desk is meant. }]');
		await edit(folder, file, 'the front desk', 'the front desk on the ground floor');
		await edit(folder, file, 'You can object <ObjectionWindow />. <ObjectionEffect /> It', 'It');
		await edit(
			folder,
			file,
			'summary: Says which desk is meant. }]',
			'summary: Says which desk is meant. }, { section: records, summary: The window is closed. }]',
		);
		await rm(join(folder, file.replace('.mdx', '.es.mdx')));
		expect(notice('publish', '--content', folder, '--at', '2026-06-02T09:00:00-07:00').stdout).toContain(
			'Published lantern 2026-06-02 (en)',
		);
	});

	it.each([
		['a day that the notice period does not allow', ['--effective', '2026-06-03'], '2026-06-06 at the earliest'],
		['a class that there is not', ['--class', 'huge'], 'expected editorial, substantive, material'],
		['a day that there is not', ['--effective', 'soon'], 'expected a date such as 2027-03-01'],
	])('refuses %s', async (_, more, message) => {
		const { folder, run } = await begin(...more);
		expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
		expect(await readdir(join(folder, lantern))).toHaveLength(5);
	});

	it('begins no second version beside one that is not published', async () => {
		const { folder } = await begin();
		const again = notice('new', 'lantern', '--content', folder, ...at);
		expect(again).toMatchObject({
			status: 2,
			stderr: expect.stringContaining('2026-06-06 is begun and not published'),
		});
	});

	it('names the notices where the one asked for is not there', async () => {
		const run = notice('new', 'lamp', '--content', await contentCopy());
		expect(run).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("There is no notice 'lamp'. Name one of lantern."),
		});
	});
});
