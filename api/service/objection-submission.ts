import { randomBytes, randomUUID } from 'node:crypto';
import { objectionWindowAt } from '../../schema/notice/timeline.ts';
import type { SubmitObjection } from '../../schema/objection/submission.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { decide, type ObjectionEvent } from '../domain/objection.ts';
import { type Additions, insertAdditions } from '../store/additions.ts';
import { personalRow } from '../store/personal.ts';
import type { NewReceipt, PersonalRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, knownVersion, localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { admitAll } from './limits.ts';
import { newObjection } from './objection-record.ts';
import { done, type Result, refused } from './result.ts';
import { keptOnce } from './sent-once.ts';

export interface ObjectionReceipt {
	code: ReceiptCode;
	receivedAt: Instant;
	confirmBy: Instant;
	notice: string;
	version: string;
}

/** The version that an objection names. */
export const versionFor = (
	caller: Caller,
	{ notice: slug, version: id }: Pick<SubmitObjection, 'notice' | 'version'>,
) => {
	const notice = knownNotice(caller, slug);
	if (!notice) return refused('UNKNOWN_NOTICE', ['notice']);
	const version = knownVersion(notice, id, caller.now);
	return version ? done({ notice, version }) : refused('UNKNOWN_VERSION', ['version']);
};

/** An objection that was decided on, and is to be kept. */
interface Submission {
	caller: Caller;
	input: SubmitObjection;
	receivedAt: Instant;
	code: ReceiptCode;
	locale: string;
	events: ObjectionEvent[];
}

const prepare = (caller: Caller, input: SubmitObjection): Result<Submission> => {
	const found = versionFor(caller, input);
	if (!found.ok) return found;
	const { notice, version } = found.value;
	const window = objectionWindowAt(version, caller.now);
	const decision = decide(null, { type: 'submit', notice: notice.slug, version: version.id, window }, caller);
	if (!decision.ok) return decision;
	const locale = localeFor(notice, input.locale, caller.locale);
	const code = receiptCode(randomBytes(10));
	return done({ caller, input, receivedAt: caller.now, code, locale, events: decision.events });
};

const personalOf = ({ caller, input, code }: Submission, id: string): PersonalRow => {
	const { email, name, reason } = input;
	const data = { email, code, ...(name && { name }), ...(reason && { reason }) };
	return personalRow(caller.store.vault, { id, now: caller.now, data });
};

const receiptOf = (
	{ caller, input, receivedAt, code, locale }: Submission,
	id: string,
	personalId: string,
): NewReceipt => ({
	id,
	kind: 'objection',
	codeHash: caller.store.vault.codeHash(code),
	personalId,
	notice: input.notice,
	version: input.version,
	locale,
	receivedAt,
});

/** What a submission is answered with, and all that it adds. */
export const recordOf = (
	submission: Submission,
	letterDueAt: Instant,
): { receipt: ObjectionReceipt; additions: Additions } => {
	const [receiptId, personalId] = [randomUUID(), randomUUID()];
	const { caller, code, input, events } = submission;
	const { state, additions } = newObjection({ id: randomUUID(), receiptId }, events, caller.now, letterDueAt);
	return {
		receipt: {
			code,
			receivedAt: state.receivedAt,
			confirmBy: state.confirmBy,
			notice: input.notice,
			version: input.version,
		},
		additions: {
			...additions,
			personal: [personalOf(submission, personalId)],
			receipt: [receiptOf(submission, receiptId, personalId)],
		},
	};
};

/** Keeps what many submit at once. */
const keepAll = async (trx: WriteTx, submissions: readonly Submission[]): Promise<Result<ObjectionReceipt>[]> => {
	const arrivals = submissions.map(({ caller, input }) => ({ caller, email: input.email }));
	const lettersDueAt = await admitAll(trx, 'objection', arrivals);
	const records = submissions.map((submission, index) => {
		const letterDueAt = lettersDueAt[index];
		return letterDueAt ? recordOf(submission, letterDueAt) : null;
	});
	await insertAdditions(
		trx,
		records.flatMap((record) => record?.additions ?? []),
	);
	return records.map((record) => (record ? done(record.receipt) : refused('TOO_MANY_REQUESTS')));
};

const keepOnce = keptOnce(keepAll);

/**
 * Records an objection against the version it names, to be counted once its letter is answered; once for a key, however
 * often it is sent.
 */
export const submitObjection = async (
	caller: Caller,
	input: SubmitObjection,
	key?: string | null,
): Promise<Result<ObjectionReceipt>> => {
	const sent = { caller, kind: 'objection', key, input, prepare: () => prepare(caller, input) } as const;
	const result = await caller.store.writeTogether(keepOnce, sent);
	if (result.ok) caller.afterCommit();
	return result;
};
