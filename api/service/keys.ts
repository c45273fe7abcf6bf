import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { scopes as knownScopes, type Scope } from '../../schema/access/access.ts';
import { longestKeyDays } from '../../schema/access/submission.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { insertApiKey, liveApiKey, revokeApiKey, type StoredApiKey, touchApiKey } from '../store/api-keys.ts';
import type { Store } from '../store/open.ts';
import { byOf, type Desk, recordDeed } from './actor.ts';

const secondsPerDay = 86_400;
const idShape = /^[0-9a-f]{16}$/;
const keyShape = /^(nk_[0-9a-f]{16}_[0-9a-f]{64})_([0-9a-f]{8})$/;

// The checksum tells a mistyped or invented key from a real one without asking the store.
const checksum = (text: string) => crc32(text).toString(16).padStart(8, '0');

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Whether a text can be the id of a key. */
export const isKeyId = (text: string): boolean => idShape.test(text);

/** Whether a text has the form of a key, checksum included. */
export const isKey = (text: string): boolean => {
	const [, body, sum] = keyShape.exec(text) ?? [];
	return body !== undefined && checksum(body) === sum;
};

export interface NewKey {
	id: string;
	/** Shown once; the store keeps its hash only. */
	key: string;
	expiresAt: Instant;
}

/** Makes a key with scopes for a number of days, at most a year; throws RangeError on more. */
export const newKey = async (
	{ store, now, ...actor }: Desk,
	{ name, scopes, days }: { name: string; scopes: readonly Scope[]; days: number },
): Promise<NewKey> => {
	if (!(days > 0 && days <= longestKeyDays)) throw new RangeError(`a key lives for 1 to ${longestKeyDays} days`);
	const id = randomBytes(8).toString('hex');
	const body = `nk_${id}_${randomBytes(32).toString('hex')}`;
	const key = `${body}_${checksum(body)}`;
	const expiresAt = addSeconds(now, Math.round(days * secondsPerDay));
	const row = { id, name, prefix: `nk_${id}`, hash: hashOf(key), scopes, createdAt: now, expiresAt };
	const made = { type: 'keyMade', at: now, scopes, expiresAt, ...byOf(actor) };
	await store.write(async (trx) => {
		await insertApiKey(trx, row);
		await recordDeed(trx, { kind: 'key', id }, made);
	});
	return { id, key, expiresAt };
};

/** Ends a key, by its id or prefix; false where there is none that is not revoked. */
export const revokeKey = ({ store, now, ...actor }: Desk, idOrPrefix: string): Promise<boolean> =>
	store.write(async (trx) => {
		const id = await revokeApiKey(trx, idOrPrefix, now);
		const revoked = { type: 'keyRevoked', at: now, ...byOf(actor) };
		if (id !== null) await recordDeed(trx, { kind: 'key', id }, revoked);
		return id !== null;
	});

const isStale = ({ lastUsedAt }: StoredApiKey, now: Instant) => !lastUsedAt || addSeconds(lastUsedAt, 3600) <= now;

/** Who acts with a key, and what it allows. */
export interface KeyHolder {
	id: string;
	scopes: ReadonlySet<Scope>;
}

/** Whose key it is; null where it is unknown, expired or revoked. Its last use is noted to the hour. */
export const holderOfKey = async (
	{ store, now }: { store: Store; now: Instant },
	key: string,
): Promise<KeyHolder | null> => {
	if (!isKey(key)) return null;
	const found = await store.read((tx) => liveApiKey(tx, hashOf(key), now));
	if (!found) return null;
	if (isStale(found, now)) await store.write((trx) => touchApiKey(trx, found.id, now));
	return { id: found.id, scopes: new Set(knownScopes.filter((scope) => found.scopes.includes(scope))) };
};
