import { setTimeout as pause } from 'node:timers/promises';
import { type NotNull, sql } from 'kysely';
import { StoreError } from './errors.ts';
import type { Store } from './open.ts';
import { writeSetting } from './settings.ts';
import { locksRows, type WriteTx } from './transactions.ts';
import type { Vault, WrappedIn, WrappedKey } from './vault.ts';

/** How many are sealed anew in one transaction, so that nobody else waits for long. */
const batch = 250;

/** Between two transactions, so that a server beside comes to its turn. */
const pauseMs = 5;

/** Seals some rows anew, those after `last` in their order, and answers the last of them; null where there were none. */
type Page = (trx: WriteTx, vault: Vault, last: string) => Promise<string | null>;

/** In one statement: one for each row takes a server on PostgreSQL longer than all the rest. */
const keepRewrapped = (trx: WriteTx, vault: Vault, table: WrappedIn, rows: readonly WrappedKey[]) => {
	const cases = rows.map((row) => sql`when ${row.id} then ${vault.rewrap(table, row).keyWrapped}`);
	return trx
		.updateTable(table)
		.set({ keyWrapped: sql`case id ${sql.join(cases, sql` `)} else key_wrapped end`, keyId: vault.keyId })
		.where(
			'id',
			'in',
			rows.map(({ id }) => id),
		)
		.execute();
};

const wrappedKeys =
	(table: WrappedIn): Page =>
	async (trx, vault, last) => {
		const rows = await trx
			.selectFrom(table)
			.select(['id', 'keyWrapped', 'keyId'])
			.where('id', '>', last)
			.where('keyId', '!=', vault.keyId)
			.orderBy('id')
			.limit(batch)
			// So that nobody erases or seals anew meanwhile.
			.$if(locksRows(trx), (query) => query.forUpdate())
			.$narrowType<{ keyWrapped: NotNull; keyId: NotNull }>()
			.execute();
		if (rows.length > 0) await keepRewrapped(trx, vault, table, rows);
		return rows.at(-1)?.id ?? null;
	};

const webhookSecrets: Page = async (trx, vault, last) => {
	const rows = await trx
		.selectFrom('webhook')
		.select(['id', 'secretSealed'])
		.where('id', '>', last)
		.orderBy('id')
		.limit(batch)
		.execute();
	for (const { id, secretSealed } of rows) {
		const sealed = vault.sealSecret(id, vault.openSecret(id, secretSealed));
		await trx.updateTable('webhook').set({ secretSealed: sealed }).where('id', '=', id).execute();
	}
	return rows.at(-1)?.id ?? null;
};

const sentAnswers: Page = async (trx, vault, last) => {
	const rows = await trx
		.selectFrom('sentForm')
		.select(['keyHash', 'answerSealed'])
		.where('keyHash', '>', last)
		.orderBy('keyHash')
		.limit(batch)
		.execute();
	for (const { keyHash, answerSealed } of rows) {
		const sealed = vault.sealAnswer(keyHash, vault.openAnswer(keyHash, answerSealed));
		await trx.updateTable('sentForm').set({ answerSealed: sealed }).where('keyHash', '=', keyHash).execute();
	}
	return rows.at(-1)?.keyHash ?? null;
};

const through = async ({ write, vault }: Store, page: Page): Promise<void> => {
	let last: string | null = '';
	while (last !== null) {
		const from: string = last;
		last = await write((trx) => page(trx, vault, from));
		await pause(pauseMs);
	}
};

const countOthers = async (trx: WriteTx, vault: Vault, table: WrappedIn): Promise<number> => {
	const { count } = await trx
		.selectFrom(table)
		.select(({ fn }) => fn.countAll().as('count'))
		.where('keyId', '!=', vault.keyId)
		.executeTakeFirstOrThrow();
	return Number(count);
};

/** Says that everything is sealed under one key; false where it is not. */
const settle = async (trx: WriteTx, vault: Vault): Promise<boolean> => {
	for (const table of ['personal', 'package'] as const) if ((await countOthers(trx, vault, table)) > 0) return false;
	await writeSetting(trx, 'index_key', vault.sealedIndexKey());
	await writeSetting(trx, 'data_key_id', vault.keyId);
	return true;
};

const pages: readonly Page[] = [wrappedKeys('personal'), wrappedKeys('package'), webhookSecrets, sentAnswers];

const mostPasses = 5;

/**
 * Seals everything under the data key that seals now, while servers with the same keys go on. Stopped half-way it is begun
 * again and goes on. Throws StoreError where something goes on being sealed under the former key.
 */
export const rotateDataKey = async (store: Store): Promise<void> => {
	for (let passes = 0; passes < mostPasses; passes += 1) {
		for (const page of pages) await through(store, page);
		if (await store.write((trx) => settle(trx, store.vault))) return store.scrub();
	}
	throw new StoreError(
		'A server still seals under the former key. Restart every server with DATA_KEY_NEXT set, and run this again.',
	);
};
