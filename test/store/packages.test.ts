import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packageById, packagesOf, sealedPackage, updatePackage } from '../../api/store/packages.ts';
import { addRequests } from '../support/letters.ts';
import { addPackage } from '../support/packages.ts';
import { demoInstant } from '../support/places.ts';
import { dialects, newStore } from '../support/stores.ts';
import { newVault } from '../support/vaults.ts';

describe.each(dialects)('packages on %s', (dialect) => {
	it('are given back as they were, and lose bytes and key when they end', async () => {
		const store = await newStore(dialect);
		const [requestId = ''] = (await addRequests(store, ['KNOW_SPECIFIC'])).requestIds;
		const bytes = randomBytes(300_000);
		const id = await addPackage(store, requestId, bytes);
		const file = await store.read((tx) => sealedPackage(tx, id));
		if (!file) throw new Error('the package is not there');
		expect(file.sealed.includes(bytes.subarray(0, 16))).toBe(false);
		expect(store.vault.openFile(id, file).equals(bytes)).toBe(true);

		const row = await store.read((tx) => packageById(tx, id));
		if (!row) throw new Error('the package is not there');
		await store.write((trx) =>
			updatePackage(trx, { ...row, status: 'EXPIRED', endedAt: demoInstant, streamVersion: 2 }, 1),
		);
		expect(await store.read((tx) => sealedPackage(tx, id))).toBe(null);
		expect(await store.read((tx) => packagesOf(tx, [requestId]))).toMatchObject([{ id, status: 'EXPIRED' }]);
		await expect(store.write((trx) => updatePackage(trx, row, 1))).rejects.toThrow('version 1');
		await store.close();
	});
});

it('are opened by no other key, in no other row, and with no byte changed', () => {
	const vault = newVault();
	const file = vault.sealFile('one', Buffer.from('everything'));
	expect(vault.openFile('one', file).toString()).toBe('everything');
	expect(() => vault.openFile('two', file)).toThrow();
	expect(() => vault.openFile('one', { ...file, keyWrapped: vault.sealFile('one', Buffer.of()).keyWrapped })).toThrow();
	expect(() => newVault().openFile('one', file)).toThrow();
	file.sealed.writeUInt8(file.sealed.readUInt8(20) ^ 1, 20);
	expect(() => vault.openFile('one', file)).toThrow();
});
