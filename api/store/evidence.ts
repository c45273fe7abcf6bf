import type { LetterKind } from '../../schema/letters.ts';
import type { OutboxRow, SubjectKind, ToldRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';

export interface LetterCounts {
	sent: number;
	waiting: number;
	dropped: number;
	failed: number;
}

/** What became of the letters of a kind that tell of one version alone. */
export const countLettersOfVersion = async (
	tx: ReadTx,
	kind: LetterKind,
	{ notice, version }: { notice: string; version: string },
): Promise<LetterCounts> => {
	const row = await tx
		.selectFrom('outbox')
		.select((eb) => [
			eb.fn.countAll<number>().as('all'),
			eb.fn.count<number>('sentAt').as('sent'),
			eb.fn.count<number>('droppedAt').as('dropped'),
			eb.fn.count<number>('failedAt').as('failed'),
		])
		.where('kind', '=', kind)
		.where('extra', '=', JSON.stringify({ notice, version }))
		.executeTakeFirstOrThrow();
	const { sent, dropped, failed } = row;
	return { sent, waiting: row.all - sent - dropped - failed, dropped, failed };
};

/** How many subscribers are told of an event of a version in a digest, now or later. */
export const countToldInDigests = async (
	tx: ReadTx,
	{ notice, version, event }: Pick<ToldRow, 'notice' | 'version' | 'event'>,
): Promise<number> => {
	const { count } = await tx
		.selectFrom('told')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('notice', '=', notice)
		.where('version', '=', version)
		.where('event', '=', event)
		.where('digestAt', 'is not', null)
		.executeTakeFirstOrThrow();
	return count;
};

/** Every letter about some subjects, the first queued first. */
export const lettersAbout = (tx: ReadTx, kind: SubjectKind, ids: readonly string[]): Promise<OutboxRow[]> =>
	tx
		.selectFrom('outbox')
		.selectAll()
		.where('subjectKind', '=', kind)
		.where('subjectId', 'in', ids)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
