import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** What is derived from one data key, a key for each use. */
export interface DataKeys {
	/** Names the data key without telling it. */
	readonly id: string;
	readonly wrap: KeyObject;
	readonly secret: KeyObject;
	readonly answer: KeyObject;
	/** Of stores that were made before the index key was kept sealed in the store. */
	readonly index: KeyObject;
}

/** The keys of a data key of 32 bytes. */
export const deriveKeys = (dataKey: Buffer): DataKeys => {
	if (dataKey.length !== 32) throw new RangeError('a data key has 32 bytes');
	const derive = (use: string) => Buffer.from(hkdfSync('sha256', dataKey, '', `noticekeeper/${use}/1`, 32));
	// Node takes 3 µs to use a KeyObject, and 13 to use the same bytes in a Buffer.
	const keyFor = (use: string) => createSecretKey(derive(use));
	return {
		id: derive('key-id').toString('hex').slice(0, 16),
		wrap: keyFor('wrap'),
		secret: keyFor('webhook-secret'),
		answer: keyFor('sent-answer'),
		index: keyFor('index'),
	};
};

/** The data keys that a store is opened with: the one that seals and, while it takes the place of another, that one too. */
export interface Keyring {
	sealing: DataKeys;
	/** Opens what it sealed. */
	former: DataKeys | null;
}
