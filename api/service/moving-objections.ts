import { randomUUID } from 'node:crypto';
import type { MovingRow } from '../../schema/moving.ts';
import { objectionWindowAt } from '../../schema/notice/timeline.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { decide } from '../domain/objection.ts';
import { insertAdditions } from '../store/additions.ts';
import { hasCountedObjection } from '../store/objections.ts';
import { personalRow } from '../store/personal.ts';
import { lockName, type WriteTx } from '../store/transactions.ts';
import { knownNotice, knownVersion, localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { newObjection } from './objection-record.ts';
import { done, type Result, refused } from './result.ts';

/**
 * Takes over an objection that was made elsewhere, within the window of its version: it counts as of its own day, unless one
 * of the address counts already. Whoever made it is not written to.
 */
export const importObjection = async (
	trx: WriteTx,
	caller: Caller,
	{ notice: slug, version: id, email, name, reason, locale }: MovingRow<'objections'>,
	{ code, receivedAt }: { code: ReceiptCode; receivedAt: Instant },
): Promise<Result<'COUNTED' | 'JOINED'>> => {
	const { vault } = caller.store;
	const notice = knownNotice(caller, slug);
	if (!notice) return refused('UNKNOWN_NOTICE', ['notice']);
	const version = knownVersion(notice, id, caller.now);
	if (!version) return refused('UNKNOWN_VERSION', ['version']);
	const window = objectionWindowAt(version, receivedAt);
	const submitted = decide(null, { type: 'submit', notice: slug, version: id, window }, { now: receivedAt });
	if (!submitted.ok) return submitted;
	const emailIndex = vault.emailIndex(email);
	await lockName(trx, `objection/${slug}/${id}/${emailIndex}`);
	const [objectionId, receiptId, personalId] = [randomUUID(), randomUUID(), randomUUID()];
	const isJoined = await hasCountedObjection(trx, { emailIndex, notice: slug, version: id, except: objectionId });
	const status = isJoined ? 'JOINED' : 'COUNTED';
	const type = isJoined ? 'objectionJoined' : 'objectionCounted';
	const events = [...submitted.events, { type, at: receivedAt } as const];
	const { additions } = newObjection({ id: objectionId, receiptId }, events, caller.now, caller.now);
	const data = { email, code, ...(name && { name }), ...(reason && { reason }) };
	await insertAdditions(trx, [
		{
			...additions,
			outbox: [],
			personal: [personalRow(vault, { id: personalId, now: caller.now, data })],
			receipt: [
				{
					id: receiptId,
					kind: 'objection',
					codeHash: vault.codeHash(code),
					personalId,
					notice: slug,
					version: id,
					locale: localeFor(notice, locale),
					receivedAt,
				},
			],
		},
	]);
	return done(status);
};
