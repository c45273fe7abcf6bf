import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Library } from '../../schema/notice/model.ts';
import { describeFinding, stopsBuild } from '../../schema/source/findings.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { buildsDir, ContentError, touch } from './builds.ts';
import { filesUnder } from './files.ts';

/** The content as it stood at one moment: a copy that nobody edits, so that API and every build read the same. */
export interface Content {
	/** Absolute path of the copy. */
	folder: string;
	/** Names what is in it. */
	fingerprint: string;
	library: Library;
}

export interface ContentOptions {
	contentDir: string;
	/** Whether what is not in the ledger is taken as published when its author says; for demonstrations only. */
	demo: boolean;
}

const parts = ['notices', 'organisation.yaml', 'people.yaml', 'systems.yaml', 'ledger.json'];

const contentFiles = async (contentDir: string): Promise<string[]> =>
	(await Promise.all(parts.map((part) => filesUnder(join(contentDir, part))))).flat().sort();

/** Names the state of a content folder without reading it: another one for every change of a file. */
export const signatureOf = async (contentDir: string): Promise<string> => {
	const lines = (await contentFiles(contentDir)).map(async (file) => {
		const info = await stat(file).catch(() => null);
		return `${file} ${info?.size} ${info?.mtimeMs} ${info?.ino}`;
	});
	return (await Promise.all(lines)).join('\n');
};

const copy = async (folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> => {
	if (existsSync(folder)) return touch(folder);
	const draft = `${folder}.${process.pid}.${Math.round(performance.now())}`;
	await mkdir(draft, { recursive: true });
	for (const [name, bytes] of files) {
		await mkdir(dirname(join(draft, name)), { recursive: true });
		await writeFile(join(draft, name), bytes);
	}
	await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
		// Another process made the same copy first: theirs is as good.
		if (!existsSync(folder)) throw error;
		await rm(draft, { recursive: true, force: true });
	});
};

const readFiles = async (contentDir: string): Promise<Map<string, Buffer>> => {
	const files = new Map<string, Buffer>();
	for (const file of await contentFiles(contentDir)) files.set(relative(contentDir, file), await readFile(file));
	return files;
};

const fingerprintOf = (files: ReadonlyMap<string, Buffer>) => {
	const hash = createHash('sha256');
	for (const [name, bytes] of files) hash.update(`\n${name}\n${bytes.length}\n`).update(bytes);
	return hash.digest('hex').slice(0, 20);
};

/** A copy of a content folder and what it says. Throws ContentError where that is invalid, with every error and its remedy. */
export const takeContent = async ({ contentDir, demo }: ContentOptions): Promise<Content> => {
	const files = await readFiles(contentDir);
	const fingerprint = fingerprintOf(files);
	const folder = join(buildsDir, `content-${fingerprint}`);
	await copy(folder, files);
	const { library, findings } = await readLibrary(folder, { assumePublished: demo });
	const errors = findings.filter(stopsBuild);
	if (errors.length > 0) throw new ContentError(errors.map((it) => describeFinding(it, contentDir)).join('\n'));
	return { folder, fingerprint, library };
};
