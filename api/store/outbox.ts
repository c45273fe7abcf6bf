import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { LetterChannel, LetterKind } from '../../schema/letters.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import type { Database, OutboxRow, SubjectKind } from './tables.ts';
import { locksRows, type ReadTx, type WriteTx } from './transactions.ts';

/** Names and ids that a letter needs beside its subject. Never an address, never words of a person. */
export interface LetterExtra {
	/** Which of the receipt's requests it speaks of; all of them where absent. */
	requestIds?: string[];
	notice?: string;
	version?: string;
	packageId?: string;
	/** In which to write, where it is not that of the receipt. */
	locale?: string;
	/** Which message it brings. */
	messageId?: string;
	/** Which digest it is. */
	digestAt?: Instant;
}

export interface QueuedLetter {
	kind: LetterKind;
	subjectKind: SubjectKind;
	subjectId: string;
	extra?: LetterExtra;
	/** By a mail server where absent. */
	channel?: LetterChannel;
	/** What makes the letter the same one when it is queued again; each letter is one of its own where absent. */
	dedupeKey?: string;
	now: Instant;
	/** Not before then; at once where absent. */
	dueAt?: Instant;
}

/** The row of a letter that waits. */
export const letterRow = (letter: QueuedLetter): Insertable<Database['outbox']> => {
	const id = randomUUID();
	return {
		id,
		kind: letter.kind,
		subjectKind: letter.subjectKind,
		subjectId: letter.subjectId,
		extra: JSON.stringify(letter.extra ?? {}),
		dedupeKey: letter.dedupeKey ?? id,
		channel: letter.channel ?? 'MAIL',
		createdAt: letter.now,
		priority: letter.kind.startsWith('change-') ? 1 : 0,
		dueAt: letter.dueAt ?? letter.now,
		attempts: 0,
	};
};

/** Puts a letter into the outbox, in the same transaction as what it tells of; queued twice, it stands there once. */
export const queueLetter = async (trx: WriteTx, letter: QueuedLetter): Promise<void> => {
	await trx
		.insertInto('outbox')
		.values(letterRow(letter))
		.onConflict((conflict) => conflict.column('dedupeKey').doNothing())
		.execute();
};

export interface Claim {
	/** Names this claim, so that a sender whose lease ran out cannot settle what another has taken over. */
	by: string;
	now: Instant;
	leaseSeconds: number;
	limit: number;
}

/**
 * Takes letters that are due for a time, those that somebody waits for first; whoever claims at the same moment gets
 * others. Each claim is an attempt.
 */
export const claimLetters = async (trx: WriteTx, { by, now, leaseSeconds, limit }: Claim): Promise<OutboxRow[]> => {
	const rows = await trx
		.updateTable('outbox')
		.set((eb) => ({
			claimedUntil: addSeconds(now, leaseSeconds),
			claimedBy: by,
			attempts: eb('attempts', '+', 1),
		}))
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('outbox')
				.select('id')
				.where('channel', '=', 'MAIL')
				.where('dueAt', '<=', now)
				.where('sentAt', 'is', null)
				.where('failedAt', 'is', null)
				.where('droppedAt', 'is', null)
				.where((or) => or.or([or('claimedUntil', 'is', null), or('claimedUntil', '<=', now)]))
				.orderBy('priority')
				.orderBy('dueAt')
				.orderBy('id')
				.limit(limit)
				.$if(locksRows(trx), (query) => query.forUpdate().skipLocked()),
		)
		.returningAll()
		.execute();
	// An UPDATE returns rows in no order that can be relied on.
	const place = ({ priority, dueAt, id }: OutboxRow) => `${priority} ${dueAt} ${id}`;
	return rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
};

/** What became of an attempt. */
export type Settlement =
	| { sentAt: Instant }
	| { droppedAt: Instant; lastError: string }
	| { failedAt: Instant; lastError: string }
	| { dueAt: Instant; lastError: string };

/** Records what became of a claimed letter; false where the claim has passed to somebody else. */
export const settleLetter = async (trx: WriteTx, id: string, by: string, outcome: Settlement): Promise<boolean> => {
	const { numUpdatedRows } = await trx
		.updateTable('outbox')
		.set({ claimedUntil: null, claimedBy: null, ...outcome })
		.where('id', '=', id)
		.where('claimedBy', '=', by)
		.where('sentAt', 'is', null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
};

/** Whether a letter about any of some subjects is still to leave. */
export const hasLettersWaiting = async (tx: ReadTx, subjectIds: readonly string[]): Promise<boolean> => {
	const row = await tx
		.selectFrom('outbox')
		.select('id')
		.where('subjectId', 'in', subjectIds)
		.where('sentAt', 'is', null)
		.where('failedAt', 'is', null)
		.where('droppedAt', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
};
