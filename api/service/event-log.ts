import { type Checkpoint, chainHash, checkpoint, eventBytes, firstHead } from '../../schema/evidence/checkpoint.ts';
import { emptyFrontier, type Frontier, leafHash, rootOf, withLeaf } from '../../schema/evidence/merkle.ts';
import type { SigningKey } from '../../schema/provenance/keys.ts';
import { signedText } from '../../schema/provenance/signed.ts';
import type { Instant } from '../../schema/time.ts';
import { holdEvents, insertSealed, lastSealed } from '../store/event-log.ts';
import { eventsAfter } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { SealedEventRow } from '../store/tables.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';

const batch = 2_000;

export interface Sealer {
	store: Store;
	now: Instant;
	/** The site whose log it is. */
	site: string;
	key: SigningKey;
}

/** The newest checkpoint as it was signed; null before the first event is sealed. */
export const signedCheckpoint = (tx: ReadTx): Promise<string | null> => readSetting(tx, 'checkpoint');

const readFrontier = async (tx: ReadTx): Promise<Frontier> => {
	const written = await readSetting(tx, 'checkpoint_frontier');
	// Only `writeCheckpoint` writes this setting.
	return written === null ? emptyFrontier : (JSON.parse(written) as Frontier);
};

const writeCheckpoint = async (trx: WriteTx, { now, site, key }: Sealer, head: string, frontier: Frontier) => {
	const { size } = frontier;
	const said: Checkpoint = { format: checkpoint.shape.format.value, site, at: now, size, head, root: rootOf(frontier) };
	await writeSetting(trx, 'checkpoint', signedText(said, key));
	await writeSetting(trx, 'checkpoint_frontier', JSON.stringify(frontier));
};

const sealBatch = async (trx: WriteTx, sealer: Sealer): Promise<number> => {
	await holdEvents(trx);
	const last = await lastSealed(trx);
	let frontier = await readFrontier(trx);
	if (frontier.size !== (last?.position ?? 0))
		throw new Error('the chain of events does not end where its checkpoint says: run "admin -- evidence check"');
	let head = last?.hash ?? firstHead;
	const rows: SealedEventRow[] = [];
	for (const event of await eventsAfter(trx, last?.seq ?? 0, batch)) {
		const bytes = eventBytes(event);
		head = chainHash(head, bytes);
		frontier = withLeaf(frontier, leafHash(bytes));
		rows.push({ position: frontier.size, seq: event.seq, hash: head });
	}
	await insertSealed(trx, rows);
	if (rows.length > 0) await writeCheckpoint(trx, sealer, head, frontier);
	return rows.length;
};

const hasUnsealed = (store: Store) =>
	store.read(async (tx) => (await eventsAfter(tx, (await lastSealed(tx))?.seq ?? 0, 1)).length > 0);

/**
 * Binds every event that is committed into the chain and signs how far it goes. Whoever records an event never waits for
 * another's; on PostgreSQL all wait for as long as one batch takes.
 */
export const sealEvents = async (sealer: Sealer): Promise<void> => {
	if (!(await hasUnsealed(sealer.store))) return;
	while ((await sealer.store.write((trx) => sealBatch(trx, sealer))) === batch);
};
