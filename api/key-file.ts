import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** What is sealed or signed with a key cannot be made good without it, so it is on disk before it is used. */
const makeKey = (file: string): string => {
	const key = randomBytes(32).toString('base64url');
	const handle = openSync(file, 'wx', 0o600);
	writeSync(handle, `${key}\n`);
	fsyncSync(handle);
	closeSync(handle);
	syncFolder(dirname(file));
	return key;
};

/** The text of a key's file; where there is none, one is made of 32 random bytes in base64url, and `onMade` is told. */
export const readOrMakeKey = (file: string, onMade: () => void): string => {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
	onMade();
	return makeKey(file);
};
