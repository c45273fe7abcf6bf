import { randomBytes, randomUUID } from 'node:crypto';
import { objectionWindowAt } from '../../schema/notice/timeline.ts';
import type { SubmitObjection } from '../../schema/objection/submission.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { decide, type ObjectionEvent } from '../domain/objection.ts';
import { insertPersonal } from '../store/personal.ts';
import { insertReceipt } from '../store/receipts.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, knownVersion, localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { countSubmission, letterDueAt } from './limits.ts';
import { recordObjection } from './objection-record.ts';
import { done, type Result, refused } from './result.ts';
import { sentOnce } from './sent-once.ts';

export interface ObjectionReceipt {
	code: ReceiptCode;
	receivedAt: Instant;
	confirmBy: Instant;
	notice: string;
	version: string;
}

const versionFor = (caller: Caller, { notice: slug, version: id }: SubmitObjection) => {
	const notice = knownNotice(caller, slug);
	if (!notice) return refused('UNKNOWN_NOTICE', ['notice']);
	const version = knownVersion(notice, id, caller.now);
	return version ? done({ notice, version }) : refused('UNKNOWN_VERSION', ['version']);
};

/**
 * Records an objection against the version it names, to be counted once its letter is answered; once for a key, however
 * often it is sent.
 */
export const submitObjection = async (
	caller: Caller,
	input: SubmitObjection,
	key?: string | null,
): Promise<Result<ObjectionReceipt>> => {
	const result = await caller.store.write((trx) =>
		sentOnce(trx, caller, { kind: 'objection', key, input }, () => record(trx, caller, input)),
	);
	if (result.ok) caller.afterCommit();
	return result;
};

const record = async (trx: WriteTx, caller: Caller, input: SubmitObjection): Promise<Result<ObjectionReceipt>> => {
	const found = versionFor(caller, input);
	if (!found.ok) return found;
	const { notice, version } = found.value;
	const window = objectionWindowAt(version, caller.now);
	const decision = decide(null, { type: 'submit', notice: notice.slug, version: version.id, window }, caller);
	if (!decision.ok) return decision;
	const locale = localeFor(notice, input.locale, caller.locale);
	return keep(trx, caller, { input, code: receiptCode(randomBytes(10)), locale, events: decision.events });
};

interface Submission {
	input: SubmitObjection;
	code: ReceiptCode;
	locale: string;
	events: ObjectionEvent[];
}

const keep = async (
	trx: WriteTx,
	caller: Caller,
	{ input, code, locale, events }: Submission,
): Promise<Result<ObjectionReceipt>> => {
	const { store, now } = caller;
	const tooMany = await countSubmission(trx, caller, 'objection');
	if (tooMany) return tooMany;
	const dueAt = await letterDueAt(trx, caller, 'objection', input.email);
	const [id, receiptId, personalId] = [randomUUID(), randomUUID(), randomUUID()];
	const { email, name, reason, notice, version } = input;
	await insertPersonal(trx, store.vault, {
		id: personalId,
		now,
		data: { email, code, ...(name && { name }), ...(reason && { reason }) },
	});
	const codeHash = store.vault.codeHash(code);
	await insertReceipt(trx, {
		id: receiptId,
		kind: 'objection',
		codeHash,
		personalId,
		notice,
		version,
		locale,
		receivedAt: now,
	});
	const { state } = await recordObjection(trx, { id, receiptId }, null, events, now, dueAt);
	return done({ code, receivedAt: state.receivedAt, confirmBy: state.confirmBy, notice, version });
};
