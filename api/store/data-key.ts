import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readOrMakeKey } from '../key-file.ts';
import { syncFolder } from '../sync-folder.ts';
import { deriveKeys, type Keyring } from './derive-keys.ts';
import { StoreError } from './errors.ts';
import type { StoreConfig } from './open-engine.ts';

type KeyConfig = Pick<StoreConfig, 'dataKey' | 'dataKeyNext' | 'dataDir'>;

const decode = (text: string, from: string): Buffer => {
	const key = Buffer.from(text.trim(), 'base64url');
	if (key.length !== 32) throw new StoreError(`${from}: expected 32 bytes in base64url (43 characters).`);
	return key;
};

const fileOf = (dataDir: string) => join(dataDir, 'data.key');
const nextFileOf = (dataDir: string) => join(dataDir, 'data-next.key');

/** DATA_KEY, or the key in the data folder, which is made where there is none. */
const loadDataKey = ({ dataKey, dataDir }: KeyConfig, onLine: (line: string) => void): Buffer => {
	if (dataKey !== undefined) return decode(dataKey, 'DATA_KEY');
	const file = fileOf(dataDir);
	const made = `DATA_KEY is not set: made one in ${file}. Keep a copy apart from the data; without it nothing personal can be read.`;
	return decode(
		readOrMakeKey(file, () => onLine(made)),
		file,
	);
};

const loadNextDataKey = ({ dataKeyNext, dataDir }: KeyConfig): Buffer | null => {
	if (dataKeyNext !== undefined) return decode(dataKeyNext, 'DATA_KEY_NEXT');
	const file = nextFileOf(dataDir);
	return existsSync(file) ? decode(readFileSync(file, 'utf8'), file) : null;
};

/** The keys that the configuration names. Where there is a next one it seals, and the other one still opens. */
export const loadKeyring = (config: KeyConfig, onLine: (line: string) => void): Keyring => {
	const current = deriveKeys(loadDataKey(config, onLine));
	const next = loadNextDataKey(config);
	return next ? { sealing: deriveKeys(next), former: current } : { sealing: current, former: null };
};

/** Makes the next key in the data folder and answers its file; throws StoreError where there is one already. */
export const makeNextDataKey = (config: KeyConfig): string => {
	if (loadNextDataKey(config)) throw new StoreError('There is a next data key already. Use that one: data-key rotate.');
	const file = nextFileOf(config.dataDir);
	readOrMakeKey(file, () => {});
	return file;
};

/** Puts the next key in the place of the one in the data folder; false where one of them is not kept there. */
export const adoptNextDataKey = ({ dataKey, dataKeyNext, dataDir }: KeyConfig): boolean => {
	if (dataKey !== undefined || dataKeyNext !== undefined) return false;
	const file = fileOf(dataDir);
	renameSync(nextFileOf(dataDir), file);
	syncFolder(dirname(file));
	return true;
};
