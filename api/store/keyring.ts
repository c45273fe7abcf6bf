import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import type { DataKeys, Keyring } from './derive-keys.ts';
import { StoreError } from './errors.ts';
import { seal, unseal } from './sealing.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { WriteTx } from './transactions.ts';

const indexKeyPlace = { table: 'setting', row: 'index_key', column: 'value', version: 1 };

/** The index key as a store keeps it. */
export const sealIndexKey = ({ wrap }: DataKeys, key: KeyObject): string =>
	seal(wrap, indexKeyPlace, key.export()).toString('base64url');

const begin = async (trx: WriteTx, sealing: DataKeys): Promise<KeyObject> => {
	const indexKey = createSecretKey(randomBytes(32));
	await writeSetting(trx, 'data_key_id', sealing.id);
	await writeSetting(trx, 'instance_id', randomUUID());
	await writeSetting(trx, 'index_key', sealIndexKey(sealing, indexKey));
	return indexKey;
};

const holderOf = ({ sealing, former }: Keyring, known: string, next: string | null): DataKeys => {
	const holder = [sealing, former].find((it) => it?.id === known);
	if (holder) return holder;
	throw new StoreError(
		next === sealing.id
			? 'DATA_KEY does not seal all of this store yet. Set DATA_KEY to the former key and DATA_KEY_NEXT to this one, and run: npm run admin -- data-key rotate'
			: 'DATA_KEY is not the one that this store was sealed with. Nothing was changed. Set the right one, or name another DATA_DIR.',
	);
};

const onItsWay = () =>
	new StoreError(
		'This store is on its way to another data key. Set DATA_KEY_NEXT to that one, beside DATA_KEY, until data-key rotate has ended.',
	);

const isBackup = () =>
	new StoreError(
		'This file is a backup, without what people sent. Put it in place with: npm run admin -- restore <the backup>',
	);

const indexKeyOf = async (trx: WriteTx, holder: DataKeys): Promise<KeyObject> => {
	const kept = await readSetting(trx, 'index_key');
	if (kept !== null) return createSecretKey(unseal(holder.wrap, indexKeyPlace, Buffer.from(kept, 'base64url')));
	await writeSetting(trx, 'index_key', sealIndexKey(holder, holder.index));
	return holder.index;
};

/** The keys that a store is used with, and the key of its blind indexes, which it keeps for good. */
export interface SettledKeys {
	keyring: Keyring;
	indexKey: KeyObject;
}

/**
 * Keys that fit are remembered by their names; others are refused with StoreError, since they would fail later, letter by
 * letter. A next key seals from the first start of a server with it; until then a command beside a server leaves it alone.
 */
export const settleKeys = async (trx: WriteTx, keyring: Keyring, beside: boolean): Promise<SettledKeys> => {
	const { sealing, former } = keyring;
	if ((await readSetting(trx, 'people_apart')) !== null) throw isBackup();
	const known = await readSetting(trx, 'data_key_id');
	if (known === null) return { keyring, indexKey: await begin(trx, sealing) };
	const next = await readSetting(trx, 'data_key_next_id');
	const begun = sealing.id === known || sealing.id === next;
	if (beside && former && !begun) return settleKeys(trx, { sealing: former, former: null }, beside);
	const holder = holderOf(keyring, known, next);
	if (next !== null && next !== known && next !== sealing.id) throw onItsWay();
	if (!begun) await writeSetting(trx, 'data_key_next_id', sealing.id);
	return { keyring, indexKey: await indexKeyOf(trx, holder) };
};
