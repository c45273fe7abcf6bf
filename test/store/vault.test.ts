import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

const now = instant('2026-12-01T12:00:00Z');
const vault = createVault(randomBytes(32));
const data = { email: 'ada@example.com', name: 'Ada', details: 'Everything — todo' };

describe('the vault', () => {
	it('opens what it sealed, and seals the same twice in two ways', () => {
		const [one, two] = [vault.sealNew('person-1', data), vault.sealNew('person-1', data)];
		expect(vault.open(one)).toEqual(data);
		expect(one.sealed.equals(two.sealed)).toBe(false);
		expect(one.keyWrapped.equals(two.keyWrapped)).toBe(false);
	});

	it('refuses every changed byte of what is sealed and of its key', () => {
		const row = vault.sealNew('person-1', data);
		for (const column of ['sealed', 'keyWrapped'] as const) {
			for (let at = 0; at < row[column].length; at += 1) {
				const bytes = Buffer.from(row[column]);
				bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
				expect(() => vault.open({ ...row, [column]: bytes })).toThrow();
			}
			expect(() => vault.open({ ...row, [column]: row[column].subarray(0, 20) })).toThrow();
		}
	});

	it('refuses what stands in another row, at another version, under another key', () => {
		const row = vault.sealNew('person-1', data);
		const other = vault.sealNew('person-2', data);
		const swaps: SealedRow[] = [
			{ ...row, id: 'person-2' },
			{ ...row, version: 2 },
			{ ...row, keyId: 'another' },
			{ ...row, sealed: other.sealed },
			{ ...row, keyWrapped: other.keyWrapped },
			{ ...row, sealed: row.keyWrapped },
		];
		for (const swapped of swaps) expect(() => vault.open(swapped)).toThrow();
		expect(() => createVault(randomBytes(32)).open(row)).toThrow();
		expect(vault.open(vault.sealAgain(row, { email: 'new@example.com' }))).toEqual({ email: 'new@example.com' });
	});

	it('knows an address and a code again without keeping them, under its own key only', () => {
		const code = receiptCode(new Uint8Array(10));
		expect(vault.emailIndex(' Ada@Example.COM ')).toBe(vault.emailIndex('ada@example.com'));
		expect(vault.emailIndex('ada@example.com')).not.toBe(vault.emailIndex('eva@example.com'));
		expect(vault.codeHash(code)).not.toBe(vault.blindIndex('email', code));
		expect(createVault(randomBytes(32)).codeHash(code)).not.toBe(vault.codeHash(code));
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
