import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';

/** Where builds, and the copies of content that they are made from, stand. */
export const buildsDir = join(projectRoot, 'dist');

/** The site could not be built; the message says why. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/** The content is invalid; the message says which file, line and field, what was expected and how to mend it. */
export class ContentError extends BuildError {
	override name = 'ContentError';
}

const dayMs = 24 * 60 * 60 * 1000;

/** Notes that a build or a copy is in use. */
export const touch = (folder: string): Promise<void> => utimes(folder, new Date(), new Date());

/** Removes what no server has used for a week; what is in use is touched every hour. */
export const prune = async (): Promise<void> => {
	const now = Date.now();
	for (const name of await readdir(buildsDir).catch(() => [])) {
		const path = join(buildsDir, name);
		const info = await stat(path).catch(() => null);
		if (info?.isDirectory() && now - info.mtimeMs > 7 * dayMs) await rm(path, { recursive: true, force: true });
	}
};
