import { randomUUID } from 'node:crypto';
import type { LetterKind } from '../../schema/letters.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { claimLetters, type Settlement, settleLetter } from '../store/outbox.ts';
import { releaseClaims } from '../store/outbox-upkeep.ts';
import type { OutboxRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { forgetAsker } from './codes-letter.ts';
import type { MailContext, Preparation } from './context.ts';
import { prepareLetters } from './prepare.ts';
import { AddressRefused, type Mail } from './transport.ts';

export interface DeliveryContext extends MailContext {
	mail: Mail;
}

/** What became of the letters of one round. */
export interface Tally {
	sent: number;
	dropped: number;
	/** To be tried again. */
	postponed: number;
	/** Given up. */
	failed: number;
}

/** Attempts after the first one, five minutes apart: four hours in all. */
const retries = 48;
const retrySeconds = 300;

const batchSize = 64;
const sendersAtOnce = 4;
/** What has not been begun of a batch by then is left for the next claim. */
const sendingSeconds = 240;
/** More than that and the last letters of all senders, which hand over one after another, can take until their time limits. */
const leaseSeconds = 450;

/** Class and code of an error; the words of a server may quote the address. */
const nameOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'UNKNOWN';
	const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
	return [error.name, code, responseCode]
		.filter((part) => typeof part === 'string' || typeof part === 'number')
		.join(' ');
};

const afterFailure = (context: DeliveryContext, row: OutboxRow, error: unknown): Settlement => {
	const now = context.now();
	const lastError = nameOf(error);
	const hopeless = error instanceof AddressRefused || row.attempts > retries;
	return hopeless ? { failedAt: now, lastError } : { dueAt: addSeconds(now, retrySeconds), lastError };
};

/** A claimed row with its letter, or with what kept it from being written. */
interface Written {
	row: OutboxRow;
	letter: PromiseSettledResult<Preparation>;
}

const claimAndWrite = async (context: DeliveryContext, by: string, now: Instant): Promise<Written[]> => {
	const rows = await context.store.write((trx) => claimLetters(trx, { by, now, leaseSeconds, limit: batchSize }));
	const letters = await prepareLetters(context, rows);
	return letters.flatMap((letter, index) => {
		const row = rows[index];
		return row ? [{ row, letter }] : [];
	});
};

const outcomeOf = (settlement: Settlement): keyof Tally => {
	if ('sentAt' in settlement) return 'sent';
	if ('droppedAt' in settlement) return 'dropped';
	return 'failedAt' in settlement ? 'failed' : 'postponed';
};

/** Letters to an address that was given for nothing else. */
const onlyForItself: readonly LetterKind[] = ['codes', 'sign-in'];

const settle = async (
	{ store, now }: DeliveryContext,
	{ id, kind, subjectId }: OutboxRow,
	settlement: Settlement,
	by: string,
): Promise<void> => {
	const record = (trx: WriteTx) => settleLetter(trx, id, by, settlement);
	if (!onlyForItself.includes(kind) || outcomeOf(settlement) === 'postponed') {
		await store.writeStatement(record);
		return;
	}
	const erased = await store.write(async (trx) => (await record(trx)) && forgetAsker({ trx, now: now() }, subjectId));
	if (erased) await store.scrub();
};

type Settle = (settlement: Settlement) => Promise<void>;

/** Sends one letter and settles what became of it; throws only where that could not be settled. */
const deliver = async (context: DeliveryContext, { row, letter }: Written, settleAs: Settle): Promise<void> => {
	if (letter.status === 'rejected') return settleAs(afterFailure(context, row, letter.reason));
	if ('drop' in letter.value) return settleAs({ droppedAt: context.now(), lastError: letter.value.drop });
	const { id, kind, createdAt } = row;
	let handedOver = false;
	try {
		await context.mail.send({ ...letter.value.ready, id, kind, createdAt }, () => {
			handedOver = true;
			return settleAs({ sentAt: context.now() });
		});
	} catch (error) {
		if (handedOver) throw error;
		await settleAs(afterFailure(context, row, error));
	}
};

const deliverBatch = async (context: DeliveryContext, tally: Tally, going: () => boolean): Promise<number> => {
	const [by, now] = [randomUUID(), context.now()];
	const until = addSeconds(now, sendingSeconds);
	const letters = await claimAndWrite(context, by, now);
	const waiting = [...letters];
	const next = () => (going() && context.now() < until ? waiting.shift() : undefined);
	const worker = async () => {
		for (let letter = next(); letter; letter = next()) {
			const { row } = letter;
			await deliver(context, letter, async (settlement) => {
				await settle(context, row, settlement, by);
				tally[outcomeOf(settlement)] += 1;
			});
		}
	};
	const results = await Promise.allSettled(Array.from({ length: sendersAtOnce }, worker));
	if (waiting.length > 0) await context.store.write((trx) => releaseClaims(trx, by));
	for (const result of results) if (result.status === 'rejected') throw result.reason;
	return letters.length;
};

/** Sends all that is due, a few at a time while `going`, and answers what became of it; throws only where the store does. */
export const drain = async (context: DeliveryContext, going: () => boolean = () => true): Promise<Tally> => {
	const tally: Tally = { sent: 0, dropped: 0, postponed: 0, failed: 0 };
	while (going() && (await deliverBatch(context, tally, going)) > 0);
	return tally;
};
