import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../api/store/errors.ts';
import { openStore } from '../../api/store/open.ts';
import {
	changePersonal,
	emailIndexOf,
	erase,
	insertPersonal,
	personalIdsByEmail,
	readPersonal,
} from '../../api/store/personal.ts';
import { createVault, type SealedRow } from '../../api/store/vault.ts';
import { receiptCode } from '../../schema/receipt.ts';
import { instant } from '../../schema/time.ts';
import { dialects, newStore, newStoreConfig } from '../support/stores.ts';
import { newDataKeys, newIndexKey, newVault } from '../support/vaults.ts';

const now = instant('2026-12-01T12:00:00Z');
const keys = newDataKeys();
const indexKey = newIndexKey();
const vault = createVault({ sealing: keys, former: null }, indexKey);
const another = newVault();
/** What takes the place of the vault's key, and still opens what it sealed. */
const next = createVault({ sealing: newDataKeys(), former: keys }, indexKey);
const refused = /cannot be opened|is not among those given/;
const data = { email: 'ada@example.com', name: 'Ada', details: 'Everything — todo' };

describe('the vault', () => {
	it('opens what it sealed, and seals the same twice in two ways', () => {
		const [one, two] = [vault.sealNew('person-1', data), vault.sealNew('person-1', data)];
		expect(vault.open(one)).toEqual(data);
		expect(one.sealed.equals(two.sealed)).toBe(false);
		expect(one.keyWrapped.equals(two.keyWrapped)).toBe(false);
	});

	it('refuses every changed bit of what is sealed and of its key, and every shorter piece of them', () => {
		const row = vault.sealNew('person-1', data);
		for (const column of ['sealed', 'keyWrapped'] as const) {
			for (let bit = 0; bit < row[column].length * 8; bit += 1) {
				const bytes = Buffer.from(row[column]);
				bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
				expect(() => vault.open({ ...row, [column]: bytes })).toThrow(refused);
			}
			for (let length = 0; length < row[column].length; length += 1) {
				expect(() => vault.open({ ...row, [column]: row[column].subarray(0, length) })).toThrow(refused);
			}
		}
	});

	it('refuses every changed bit of the secret of a webhook, the answer to a form and a file', () => {
		const secret = vault.sealSecret('hook-1', Buffer.from('a secret'));
		const answer = vault.sealAnswer('hash-1', Buffer.from('an answer'));
		const file = vault.sealFile('package-1', Buffer.from('a file'));
		for (const [sealed, open] of [
			[secret, (it: Buffer) => next.openSecret('hook-1', it)],
			[answer, (it: Buffer) => next.openAnswer('hash-1', it)],
			[file.sealed, (it: Buffer) => next.openFile('package-1', { ...file, sealed: it })],
			[file.keyWrapped, (it: Buffer) => next.openFile('package-1', { ...file, keyWrapped: it })],
		] as const) {
			for (let bit = 0; bit < sealed.length * 8; bit += 1) {
				const bytes = Buffer.from(sealed);
				bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
				expect(() => open(bytes)).toThrow(refused);
			}
		}
	});

	it('refuses what stands in another row, column or table, at another version, under another key', () => {
		const row = vault.sealNew('person-1', data);
		const other = vault.sealNew('person-2', data);
		const later = vault.sealAgain(row, data);
		const secret = vault.sealSecret('person-1', Buffer.alloc(32));
		const answer = vault.sealAnswer('person-1', Buffer.alloc(32));
		const swaps: SealedRow[] = [
			{ ...row, id: 'person-2' },
			{ ...row, version: 2 },
			{ ...row, keyId: 'another' },
			{ ...row, keyId: another.keyId },
			{ ...row, sealed: other.sealed },
			{ ...row, sealed: later.sealed },
			{ ...later, sealed: row.sealed },
			{ ...row, keyWrapped: other.keyWrapped },
			{ ...row, sealed: row.keyWrapped },
			{ ...row, keyWrapped: row.sealed },
			{ ...row, keyWrapped: secret },
			{ ...row, keyWrapped: answer },
			{ ...row, sealed: secret },
		];
		for (const swapped of swaps) expect(() => vault.open(swapped)).toThrow(StoreError);
		expect(() => another.open(row)).toThrow(refused);
		const moved = [
			() => vault.openSecret('person-2', secret),
			() => vault.openSecret('person-1', answer),
			() => vault.openSecret('person-1', row.keyWrapped),
			() => vault.openAnswer('person-2', answer),
			() => vault.openAnswer('person-1', secret),
			() => another.openSecret('person-1', secret),
			() => another.openAnswer('person-1', answer),
		];
		for (const open of moved) expect(open).toThrow(refused);
		expect(vault.open(vault.sealAgain(row, { email: 'new@example.com' }))).toEqual({ email: 'new@example.com' });
	});

	it('opens under the next key what the former one sealed; neither opens the other without both', () => {
		const before = vault.sealNew('person-1', data);
		const after = { ...before, ...next.rewrap('personal', before) };
		expect([next.open(before), next.open(after)]).toEqual([data, data]);
		expect(after.sealed.equals(before.sealed)).toBe(true);
		expect(() => vault.open(after)).toThrow(refused);
		expect(() => vault.open({ ...after, keyId: vault.keyId })).toThrow(refused);
		expect(() => vault.open(next.sealNew('person-2', data))).toThrow(refused);
		expect(next.emailIndex(data.email)).toBe(vault.emailIndex(data.email));
	});

	it('knows an address and a code again without keeping them, under its own key only', () => {
		const code = receiptCode(new Uint8Array(10));
		expect(vault.emailIndex(' Ada@Example.COM ')).toBe(vault.emailIndex('ada@example.com'));
		expect(vault.emailIndex('ada@example.com')).not.toBe(vault.emailIndex('eva@example.com'));
		expect(vault.codeHash(code)).not.toBe(vault.blindIndex('email', code));
		expect(another.codeHash(code)).not.toBe(vault.codeHash(code));
	});
});

describe.each(dialects)('personal data on %s', (dialect) => {
	it('is found by its address, changed, and gone for good once erased', async () => {
		const store = await newStore(dialect);
		const id = 'person-1';
		const index = store.vault.emailIndex(data.email);
		await store.write((trx) => insertPersonal(trx, store.vault, { id, data, now }));
		await store.write((trx) => changePersonal(trx, store.vault, id, (before) => ({ ...before, name: 'Ada L.' })));
		expect(await store.read((tx) => readPersonal(tx, store.vault, id))).toEqual({ ...data, name: 'Ada L.' });
		expect(await store.read((tx) => personalIdsByEmail(tx, index))).toEqual([id]);

		expect(await store.write((trx) => erase(trx, id, now))).toBe(true);
		expect(await store.write((trx) => erase(trx, id, now))).toBe(false);
		await store.scrub();
		const after = await store.read(async (tx) => ({
			read: await readPersonal(tx, store.vault, id),
			index: await emailIndexOf(tx, id),
			found: await personalIdsByEmail(tx, index),
			row: await tx.selectFrom('personal').selectAll().where('id', '=', id).executeTakeFirst(),
		}));
		expect(after).toMatchObject({
			read: null,
			index: null,
			found: [],
			row: { sealed: null, keyWrapped: null, keyId: null },
		});
		expect(await store.write((trx) => changePersonal(trx, store.vault, id, () => data))).toBe(false);
		await store.close();
	});
});

describe.each(['sqlite3', 'node:sqlite'] as const)('after an erasure on %s', (dialect) => {
	it('no file holds the key, the sealed bytes or the index any more', async () => {
		const config = await newStoreConfig(dialect);
		const store = await openStore(config);
		await store.write((trx) => insertPersonal(trx, store.vault, { id: 'person-1', data, now }));
		const row = await store.read((tx) => tx.selectFrom('personal').selectAll().executeTakeFirstOrThrow());
		const traces = [row.sealed, row.keyWrapped, Buffer.from(row.emailIndex ?? '')].filter((it) => it !== null);
		const files = () => readdirSync(config.dataDir).map((name) => readFileSync(join(config.dataDir, name)));
		const found = () => traces.map((trace) => files().some((file) => file.includes(trace.subarray(0, 24))));

		expect(found()).toEqual([true, true, true]);
		await store.write((trx) => erase(trx, 'person-1', now));
		await store.scrub();
		expect(found()).toEqual([false, false, false]);
		await store.close();
	});

	it('nothing that a person gave is in any file in the clear, even before', async () => {
		const config = await newStoreConfig(dialect);
		const store = await openStore(config);
		await store.write((trx) => insertPersonal(trx, store.vault, { id: 'person-1', data, now }));
		const files = readdirSync(config.dataDir).map((name) => readFileSync(join(config.dataDir, name)));
		for (const text of Object.values(data)) expect(files.some((file) => file.includes(text))).toBe(false);
		await store.close();
	});
});
