import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files in a folder and all beneath it, or the file itself; none where there is nothing. */
export const filesUnder = async (path: string): Promise<string[]> => {
	const info = await stat(path).catch(() => null);
	if (!info) return [];
	if (info.isFile()) return [path];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};
