import type { StreamKind } from '../../schema/evidence/streams.ts';
import type { EventRow } from './tables.ts';
import type { ReadTx } from './transactions.ts';

export interface AuditPage {
	limit: number;
	/** Only events before the one with this number. */
	before?: number | undefined;
	/** Only of these kinds; of every kind where absent. */
	kinds?: readonly StreamKind[] | undefined;
	/** Only what this person of staff did. */
	staffId?: string | undefined;
}

/** Events, the newest first. */
export const auditPage = (tx: ReadTx, { limit, before, kinds, staffId }: AuditPage): Promise<EventRow[]> => {
	let query = tx.selectFrom('event').selectAll();
	if (before !== undefined) query = query.where('seq', '<', before);
	if (kinds) query = query.where('streamKind', 'in', kinds);
	if (staffId !== undefined) {
		query = query.where((eb) =>
			eb.or([
				eb('data', 'like', `%"staffId":"${staffId}"%`),
				eb.and([eb('streamId', '=', staffId), eb('type', '=', 'staffSignedIn')]),
			]),
		);
	}
	return query.orderBy('seq', 'desc').limit(limit).execute();
};

/** What was submitted with a personal record. */
export interface Submitted {
	personalId: string | null;
	kind: 'request' | 'objection';
	id: string;
}

/** The requests and objections that were submitted with some personal records. */
export const submittedWith = async (tx: ReadTx, personalIds: readonly string[]): Promise<Submitted[]> => {
	if (personalIds.length === 0) return [];
	const receipts = tx.selectFrom('receipt').where('receipt.personalId', 'in', personalIds);
	const requests = await receipts
		.innerJoin('request', 'request.receiptId', 'receipt.id')
		.select(['request.id', 'receipt.personalId'])
		.execute();
	const objections = await receipts
		.innerJoin('objection', 'objection.receiptId', 'receipt.id')
		.select(['objection.id', 'receipt.personalId'])
		.execute();
	return [
		...requests.map((row) => ({ ...row, kind: 'request' as const })),
		...objections.map((row) => ({ ...row, kind: 'objection' as const })),
	];
};
