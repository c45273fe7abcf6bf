import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

const syncFolder = async (folder: string) => {
	// Windows opens no folder, and its file system keeps a renamed file without that.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
};

/** Writes a file that only its owner may read, whole or not at all; it is on disk when this resolves. */
export const writeLetterFile = async (folder: string, name: string, content: Buffer): Promise<void> => {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const aside = join(folder, `.${name}.part`);
	const handle = await open(aside, 'w', 0o600);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(aside, join(folder, name));
	await syncFolder(folder);
};
