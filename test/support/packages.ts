import { randomUUID } from 'node:crypto';
import type { Store } from '../../api/store/open.ts';
import { insertPackage } from '../../api/store/packages.ts';
import { addSeconds } from '../../schema/time.ts';
import { demoInstant } from './places.ts';

/** A package of a request as it stands in the store. */
export const addPackage = async (store: Store, requestId: string, bytes = Buffer.from('PK')): Promise<string> => {
	const id = randomUUID();
	const row = {
		id,
		requestId,
		status: 'READY',
		madeAt: demoInstant,
		expiresAt: addSeconds(demoInstant, 30 * 86_400),
		downloads: 0,
		lastDownloadedAt: null,
		endedAt: null,
		streamVersion: 1,
	} as const;
	await store.write((trx) => insertPackage(trx, row, store.vault.sealFile(id, bytes)));
	return id;
};
