import { randomUUID } from 'node:crypto';
import { queueLetter } from '../store/outbox.ts';
import { insertPersonal } from '../store/personal.ts';
import type { Caller } from './environment.ts';
import { countSubmission, mayHaveLetter } from './limits.ts';
import { done, type Result } from './result.ts';

/**
 * Has every code of an address mailed to it. Whether there are any is found out when the letter is written, so that the
 * answer, and the work until the answer, are the same for every address.
 */
export const resendCodes = async (caller: Caller, { email }: { email: string }): Promise<Result<{ sent: true }>> => {
	const { store, now } = caller;
	const result = await store.write(async (trx): Promise<Result<{ sent: true }>> => {
		const tooMany = await countSubmission(trx, caller, 'codes');
		if (tooMany) return tooMany;
		// Whoever asked so often has letters with the codes already.
		if (!(await mayHaveLetter(trx, caller, 'codes', email))) return done({ sent: true });
		const id = randomUUID();
		await insertPersonal(trx, store.vault, { id, data: { email }, now });
		await queueLetter(trx, { kind: 'codes', subjectKind: 'personal', subjectId: id, now });
		return done({ sent: true });
	});
	if (result.ok) caller.afterCommit();
	return result;
};
