import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A small, valid content folder: one notice with three versions, the last one also in Spanish, all in the ledger. */
export const fixtureContent = fileURLToPath(new URL('../fixtures/content', import.meta.url));

/** One notice that says all that Californian law asks; nothing of it is published. */
export const californiaContent = fileURLToPath(new URL('../fixtures/california', import.meta.url));

/** A copy of a content folder, the small one if none is named, that the test may change; it goes when the test is over. */
export const contentCopy = async (from = fixtureContent): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'content-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp(from, folder, { recursive: true });
	return folder;
};

/** Changes one file of a folder; the text to replace must be there. */
export const edit = async (folder: string, file: string, from: string | RegExp, to: string): Promise<void> => {
	const path = join(folder, file);
	const text = await readFile(path, 'utf8');
	const changed = text.replace(from, to);
	if (changed === text) throw new Error(`${file} does not contain ${from}`);
	await writeFile(path, changed);
};
