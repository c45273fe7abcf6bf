import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './errors.ts';
import { syncFolder } from './sync-folder.ts';

const decode = (text: string, from: string): Buffer => {
	const key = Buffer.from(text.trim(), 'base64url');
	if (key.length !== 32) throw new StoreError(`${from}: expected 32 bytes in base64url (43 characters).`);
	return key;
};

/** Without the key nothing sealed can be read again, so it is on disk before anything is sealed with it. */
const makeKey = (folder: string, file: string): Buffer => {
	const key = randomBytes(32);
	const handle = openSync(file, 'wx', 0o600);
	writeSync(handle, `${key.toString('base64url')}\n`);
	fsyncSync(handle);
	closeSync(handle);
	syncFolder(folder);
	return key;
};

/** DATA_KEY, or the key in the data folder, which is made where there is none. */
export const loadDataKey = (dataKey: string | undefined, dataDir: string, onLine: (line: string) => void): Buffer => {
	if (dataKey !== undefined) return decode(dataKey, 'DATA_KEY');
	const file = join(dataDir, 'data.key');
	try {
		return decode(readFileSync(file, 'utf8'), file);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
	}
	onLine(
		`DATA_KEY is not set: made one in ${file}. Keep a copy apart from the data; without it nothing personal can be read.`,
	);
	return makeKey(dataDir, file);
};
