import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A small, valid content folder: one notice with three versions, the last one also in Spanish, all in the ledger. */
export const fixtureContent = fileURLToPath(new URL('../fixtures/content', import.meta.url));

/** A copy of the small content folder that the test may change; it goes when the test is over. */
export const contentCopy = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'content-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	await cp(fixtureContent, folder, { recursive: true });
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
