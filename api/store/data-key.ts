import { join } from 'node:path';
import { readOrMakeKey } from '../key-file.ts';
import { StoreError } from './errors.ts';

const decode = (text: string, from: string): Buffer => {
	const key = Buffer.from(text.trim(), 'base64url');
	if (key.length !== 32) throw new StoreError(`${from}: expected 32 bytes in base64url (43 characters).`);
	return key;
};

/** DATA_KEY, or the key in the data folder, which is made where there is none. */
export const loadDataKey = (dataKey: string | undefined, dataDir: string, onLine: (line: string) => void): Buffer => {
	if (dataKey !== undefined) return decode(dataKey, 'DATA_KEY');
	const file = join(dataDir, 'data.key');
	const made = `DATA_KEY is not set: made one in ${file}. Keep a copy apart from the data; without it nothing personal can be read.`;
	return decode(
		readOrMakeKey(file, () => onLine(made)),
		file,
	);
};
