import type { Instant } from '../../schema/time.ts';
import { untoldObjectionsTo } from '../store/objections.ts';
import { queueLetter } from '../store/outbox.ts';
import { lockName, type WriteTx } from '../store/transactions.ts';
import { isRecorded } from './version-events.ts';

const pageSize = 200;

/** The version that is objected to, by its names. */
interface Against {
	notice: string;
	version: string;
}

/** Keeps whoever else counts an objection to a version, or tells of its withdrawal, waiting until the transaction ends. */
export const lockObjectionsTo = (trx: WriteTx, { notice, version }: Against): Promise<void> =>
	lockName(trx, `objections/${notice}/${version}`);

const queueOvertaken = (trx: WriteTx, subjectId: string, now: Instant): Promise<void> =>
	queueLetter(trx, {
		kind: 'objection-overtaken',
		subjectKind: 'objection',
		subjectId,
		dedupeKey: `objection-overtaken/${subjectId}`,
		now,
	});

/** Tells some of those who objected that there is nothing left to object to; answers whether all of them are told. */
export const tellObjectors = async (trx: WriteTx, against: Against, now: Instant): Promise<boolean> => {
	await lockObjectionsTo(trx, against);
	const untold = await untoldObjectionsTo(trx, against, pageSize);
	for (const { id } of untold) await queueOvertaken(trx, id, now);
	return untold.length < pageSize;
};

/** Tells one whose objection is counted only after those before were told. */
export const tellIfOvertaken = async (
	trx: WriteTx,
	{ id, ...against }: Against & { id: string },
	now: Instant,
): Promise<void> => {
	if (await isRecorded(trx, { ...against, event: 'versionWithdrawn' })) await queueOvertaken(trx, id, now);
};
