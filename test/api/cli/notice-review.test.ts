import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { californiaContent, contentCopy, edit } from '../../support/content.ts';
import { notice } from '../../support/notice-command.ts';

const file = 'notices/heron/notice.yaml';
const at = ['--at', '2027-02-20T12:00:00-08:00'];

const review = (folder: string, ...more: string[]) => notice('review', 'heron', '--content', folder, ...at, ...more);

it('adds one review to notice.yaml and leaves all else as it is, comments too', async () => {
	const folder = await contentCopy(californiaContent);
	await edit(
		folder,
		file,
		'locales: [en]',
		'# Only English, as the law allows.\nlocales: [en] # since 2026\nreviews: []',
	);
	const before = await readFile(join(folder, file), 'utf8');
	expect(review(folder, '--by', 'ines')).toMatchObject({
		status: 0,
		stdout: 'Recorded in notice.yaml: heron was reviewed on 2027-02-20 by ines.\n',
	});
	const after = before.replace('reviews: []', 'reviews:\n  - on: 2027-02-20\n    by: ines');
	expect(await readFile(join(folder, file), 'utf8')).toBe(after);
});

it('begins the year anew without a version', async () => {
	const folder = await contentCopy(californiaContent);
	const due = () => notice('check', '--content', folder, ...at).stdout;
	expect(due()).toContain('C11');
	review(folder, '--by', 'ines');
	expect(due()).not.toContain('C11');
});

it('refuses an unknown person, nobody, and a second review on a day, and writes nothing', async () => {
	const folder = await contentCopy(californiaContent);
	expect(review(folder, '--by', 'ivo').stderr).toContain("'ivo' is not in people.yaml. Name one of ines, otto.");
	expect(review(folder).stderr).toContain('Say who reviewed it.');
	expect(await readFile(join(folder, file), 'utf8')).not.toContain('reviews');
	review(folder, '--by', 'ines');
	expect(review(folder, '--by', 'otto')).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('was reviewed on 2027-02-20 by ines already'),
	});
});
