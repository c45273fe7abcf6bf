import { type KeyState, scopes as knownScopes, type Scope } from '../../schema/access/access.ts';
import type { CreateApiKey } from '../../schema/access/submission.ts';
import { apiKeyById, listApiKeys, type StoredApiKey } from '../store/api-keys.ts';
import type { Desk } from './actor.ts';
import { isKeyId, newKey, revokeKey } from './keys.ts';
import { type Giver, mayGive } from './people.ts';
import { done, type Result, refused } from './result.ts';

export type DeskKey = StoredApiKey;

export const stateOfKey = ({ revokedAt, expiresAt }: DeskKey, { now }: Pick<Desk, 'now'>): KeyState => {
	if (revokedAt) return 'REVOKED';
	return expiresAt > now ? 'LIVE' : 'EXPIRED';
};

/** Every key, the newest first. */
export const keysForDesk = async ({ store }: Desk): Promise<DeskKey[]> => (await store.read(listApiKeys)).reverse();

export const keyForDesk = async ({ store }: Pick<Desk, 'store'>, id: string): Promise<DeskKey | null> =>
	isKeyId(id) ? store.read((tx) => apiKeyById(tx, id)) : null;

/** A key that was just made; the key itself is shown this once. */
export interface MadeKey {
	key: string;
	made: DeskKey;
}

/** Makes a key that allows no more than its maker may do. */
export const makeKey = async (giver: Giver, input: CreateApiKey): Promise<Result<MadeKey>> => {
	if (!mayGive(giver, input.scopes)) return refused('MORE_THAN_YOURS', ['scopes']);
	const { id, key } = await newKey(giver, input);
	const made = await keyForDesk(giver, id);
	return made ? done({ key, made }) : refused('UNKNOWN_KEY');
};

const scopesOfKey = ({ scopes }: DeskKey): Scope[] => knownScopes.filter((scope) => scopes.includes(scope));

/** Ends a key at once. */
export const endKey = async (giver: Giver, { id }: { id: string }): Promise<Result<DeskKey>> => {
	const key = await keyForDesk(giver, id);
	if (key && !mayGive(giver, scopesOfKey(key))) return refused('MORE_THAN_YOURS', ['id']);
	const isRevoked = key !== null && (await revokeKey(giver, id));
	const after = isRevoked && (await keyForDesk(giver, id));
	return after ? done(after) : refused('UNKNOWN_KEY', ['id']);
};
