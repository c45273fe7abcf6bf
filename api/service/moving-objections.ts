import type { MovingRow } from '../../schema/moving.ts';
import { objectionWindowAt } from '../../schema/notice/timeline.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { decide } from '../domain/objection.ts';
import { insertAdditions } from '../store/additions.ts';
import { hasCountedObjection } from '../store/objections.ts';
import type { WriteTx } from '../store/transactions.ts';
import { localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { lockObjectionsTo } from './objection-overtaken.ts';
import { recordOf, versionFor } from './objection-submission.ts';
import { done, type Result } from './result.ts';

/**
 * Takes over an objection that was made elsewhere, within the window of its version: it counts as of its own day, unless one
 * of the address counts already. Whoever made it is not written to.
 */
export const importObjection = async (
	trx: WriteTx,
	caller: Caller,
	input: MovingRow<'objections'>,
	{ code, receivedAt }: { code: ReceiptCode; receivedAt: Instant },
): Promise<Result<'COUNTED' | 'JOINED'>> => {
	const found = versionFor(caller, input);
	if (!found.ok) return found;
	const { notice, version } = found.value;
	const of = { notice: notice.slug, version: version.id };
	const window = objectionWindowAt(version, receivedAt);
	const submitted = decide(null, { type: 'submit', ...of, window }, { now: receivedAt });
	if (!submitted.ok) return submitted;
	const emailIndex = caller.store.vault.emailIndex(input.email);
	await lockObjectionsTo(trx, of);
	const isJoined = await hasCountedObjection(trx, { emailIndex, ...of, except: '' });
	const type = isJoined ? 'objectionJoined' : 'objectionCounted';
	const events = [...submitted.events, { type, at: receivedAt } as const];
	const locale = localeFor(notice, input.locale);
	const { additions } = recordOf({ caller, input, receivedAt, code, locale, events }, caller.now);
	await insertAdditions(trx, [{ ...additions, outbox: [] }]);
	return done(isJoined ? 'JOINED' : 'COUNTED');
};
