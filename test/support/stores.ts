import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore, type Store } from '../../api/store/open.ts';
import type { StoreConfig } from '../../api/store/open-engine.ts';
import { newDatabase } from './postgres.ts';

export const dialects = ['sqlite3', 'node:sqlite', 'postgres'] as const;
export type DialectName = (typeof dialects)[number];

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const newFolder = () => {
	const folder = mkdtempSync(join(tmpdir(), 'noticekeeper-store-'));
	folders.push(folder);
	return folder;
};

/** The configuration of a new, empty store. */
export const newStoreConfig = async (dialect: DialectName): Promise<StoreConfig> => ({
	dataDir: newFolder(),
	databaseUrl: dialect === 'postgres' ? await newDatabase() : undefined,
	sqliteDriver: dialect === 'node:sqlite' ? 'node' : 'sqlite3',
	dataKey: randomBytes(32).toString('base64url'),
});

/** A new, empty store. */
export const newStore = async (dialect: DialectName): Promise<Store> => {
	const store = await openStore(await newStoreConfig(dialect));
	if (store.kind !== dialect) throw new Error(`asked for ${dialect}, got ${store.kind}`);
	return store;
};
