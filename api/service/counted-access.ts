import { accessRights } from '../../schema/request/vocabulary.ts';
import type { CountedAccess } from '../domain/request.ts';
import { answeredRequestsOf } from '../store/requests.ts';
import type { ReadTx } from '../store/transactions.ts';

/** The access requests of an address that count towards the yearly limit. */
export const accessOf = async (tx: ReadTx, emailIndex: string): Promise<CountedAccess[]> => {
	const rows = await answeredRequestsOf(tx, emailIndex, accessRights);
	return rows.map(({ receiptId, receivedOn }) => ({ submission: receiptId, receivedOn }));
};
