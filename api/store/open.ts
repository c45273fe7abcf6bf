import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import { loadKeyring } from './data-key.ts';
import type { Keyring } from './derive-keys.ts';
import type { Engine } from './engine.ts';
import { settleKeys } from './keyring.ts';
import { migrate, requireCurrent } from './migrations.ts';
import { openEngine, type StoreConfig } from './open-engine.ts';
import type { ReadTx, WriteTx } from './transactions.ts';
import { createVault, type Vault } from './vault.ts';
import { batchedWrites, type WriteTogether } from './write-batches.ts';

export interface Store {
	readonly kind: Engine['kind'];
	readonly vault: Vault;
	/** Reads from one moment: whatever is written meanwhile, all queries see the same. */
	read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
	/**
	 * All of `work` or, where it throws, nothing of it; when this resolves it is on disk. `work` may be run again where two
	 * met on PostgreSQL, so it does nothing but ask and change the store; nothing slow stands in it, since on SQLite nobody
	 * else writes meanwhile.
	 */
	write<T>(work: (trx: WriteTx) => Promise<T>): Promise<T>;
	/** As `write`, for work that is one statement. */
	writeStatement<T>(work: (trx: WriteTx) => Promise<T>): Promise<T>;
	/** As `write`, for what many do at once: those that wait at the same moment are done with one call. */
	writeTogether: WriteTogether;
	isReady(): Promise<boolean>;
	/** After an erasure: takes what was erased out of the write-ahead log, where it would linger. */
	scrub(): Promise<void>;
	close(): Promise<void>;
}

export interface StoreOptions {
	/** For a command that runs while a server has the store open: takes no lock and migrates nothing. */
	beside?: boolean;
}

const openVault = async (engine: Engine, given: Keyring, beside: boolean): Promise<Vault> => {
	const { keyring, indexKey } = await engine.write(async (trx) => {
		await engine.lockMigrations(trx);
		return settleKeys(trx, given, beside);
	});
	return createVault(keyring, indexKey);
};

const maximumAttempts = 5;

const repeated = async <T>(engine: Engine, work: () => Promise<T>): Promise<T> => {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await work();
		} catch (error) {
			if (attempt === maximumAttempts || !engine.isRetryable(error)) throw error;
		}
	}
};

const storeOver = (engine: Engine, vault: Vault): Store => {
	const current = new AsyncLocalStorage<{ open: boolean }>();
	const refuseInside = () => {
		if (current.getStore()?.open) throw new Error('inside store.write, use the transaction that it gives you');
	};
	const writing =
		(isStatement: boolean): Store['write'] =>
		async (work) => {
			refuseInside();
			const scope = { open: true };
			try {
				return await repeated(engine, () => engine.write((trx) => current.run(scope, () => work(trx)), isStatement));
			} finally {
				scope.open = false;
			}
		};
	const write = writing(false);
	return {
		kind: engine.kind,
		vault,
		async read(work) {
			refuseInside();
			return engine.read(work);
		},
		write,
		writeStatement: writing(true),
		writeTogether: batchedWrites(write),
		async isReady() {
			try {
				await engine.read((tx) => sql`select 1`.execute(tx));
				return true;
			} catch {
				return false;
			}
		},
		scrub: () => engine.scrub(),
		close: () => engine.close(),
	};
};

/** Opens the store that the configuration names, brings its schema up to date, and checks that what it rests on holds. */
export const openStore = async (
	config: StoreConfig,
	onLine: (line: string) => void = () => {},
	options: StoreOptions = {},
): Promise<Store> => {
	const beside = options.beside ?? false;
	const engine = await openEngine(config, onLine, beside);
	try {
		if (beside) await requireCurrent(engine);
		else await migrate(engine);
		const vault = await openVault(engine, loadKeyring(config, onLine), beside);
		return storeOver(engine, vault);
	} catch (error) {
		await engine.close();
		throw error;
	}
};
