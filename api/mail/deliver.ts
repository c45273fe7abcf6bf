import { randomUUID } from 'node:crypto';
import type { LetterKind } from '../../schema/letters.ts';
import { addSeconds } from '../../schema/time.ts';
import { claimLetters, type Settlement, settleLetter } from '../store/outbox.ts';
import type { OutboxRow } from '../store/tables.ts';
import { forgetAsker } from './codes-letter.ts';
import type { MailContext, Preparation } from './context.ts';
import { prepareLetter } from './prepare.ts';
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

const batch = 32;
const sendersAtOnce = 4;
/** More than a sender's share of a batch, one letter after another, can take until the last time limit of the transport. */
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

const write = async (context: DeliveryContext, row: OutboxRow): Promise<Written> => {
	const [letter] = await Promise.allSettled([prepareLetter(context, row)]);
	return { row, letter };
};

const outcomeOf = (settlement: Settlement): keyof Tally => {
	if ('sentAt' in settlement) return 'sent';
	if ('droppedAt' in settlement) return 'dropped';
	return 'failedAt' in settlement ? 'failed' : 'postponed';
};

/** Letters to an address that was given for nothing else. */
const onlyForItself: readonly LetterKind[] = ['codes', 'sign-in'];

const settle = async (context: DeliveryContext, row: OutboxRow, settlement: Settlement, by: string): Promise<void> => {
	const erased = await context.store.write(async (trx) => {
		const settled = await settleLetter(trx, row.id, by, settlement);
		const isOver = settled && onlyForItself.includes(row.kind) && outcomeOf(settlement) !== 'postponed';
		return isOver && forgetAsker({ trx, now: context.now() }, row.subjectId);
	});
	if (erased) await context.store.scrub();
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

const deliverBatch = async (context: DeliveryContext, tally: Tally): Promise<number> => {
	const by = randomUUID();
	const now = context.now();
	const rows = await context.store.write((trx) => claimLetters(trx, { by, now, leaseSeconds, limit: batch }));
	// Written together, the letters of a batch wait for the disk together.
	const waiting = await Promise.all(rows.map((row) => write(context, row)));
	const worker = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { row } = next;
			await deliver(context, next, async (settlement) => {
				await settle(context, row, settlement, by);
				tally[outcomeOf(settlement)] += 1;
			});
		}
	};
	const results = await Promise.allSettled(Array.from({ length: sendersAtOnce }, worker));
	for (const result of results) if (result.status === 'rejected') throw result.reason;
	return rows.length;
};

/** Sends all that is due, a few at a time while `going`, and answers what became of it; throws only where the store does. */
export const drain = async (context: DeliveryContext, going: () => boolean = () => true): Promise<Tally> => {
	const tally: Tally = { sent: 0, dropped: 0, postponed: 0, failed: 0 };
	while (going() && (await deliverBatch(context, tally)) > 0);
	return tally;
};
