import { closeSync, fsyncSync, openSync } from 'node:fs';

/**
 * Puts on disk that a file was made in a folder, or moved there. Windows opens no folder, and its file system keeps that by
 * itself.
 */
export const syncFolder = (folder: string): void => {
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
};
