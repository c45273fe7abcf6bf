import type { Right } from '../../schema/notice/vocabulary.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Refusal } from '../../schema/refusals.ts';
import type { Instant } from '../../schema/time.ts';
import {
	type CountedAccess,
	decide,
	type RequestCommand,
	type RequestEvent,
	type RequestState,
} from '../domain/request.ts';
import { emailIndexOf } from '../store/personal.ts';
import { receiptByCodeHash, receiptById } from '../store/receipts.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { ReceiptRow, RequestRow } from '../store/tables.ts';
import { findToken, useToken } from '../store/tokens.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { accessOf } from './counted-access.ts';
import type { Caller, Environment } from './environment.ts';
import { countCodeLookup } from './limits.ts';
import { type Happened, loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';
import type { Loaded } from './streams.ts';

/** A submission as it stands. */
export interface SubmissionStatus {
	receivedAt: Instant;
	notice: string;
	version: string;
	requests: RequestRow[];
}

const statusOf = async (tx: ReadTx, { id, receivedAt, notice, version }: ReceiptRow): Promise<SubmissionStatus> => ({
	receivedAt,
	notice,
	version,
	requests: await requestsByReceipt(tx, id),
});

interface Decided {
	row: RequestRow;
	before: Loaded<RequestState>;
	events: readonly RequestEvent[];
}

/** What a command would do to each of several requests: events for those that allow it, refusals for the others. */
const decideAll = async (tx: ReadTx, rows: readonly RequestRow[], command: RequestCommand, now: Instant) => {
	const decided: Decided[] = [];
	const refusals: Refusal[] = [];
	for (const row of rows) {
		const before = await loadRequest(tx, row.id);
		const decision = decide(before?.state ?? null, command, { now });
		if (before && decision.ok) decided.push({ row, before, events: decision.events });
		if (!decision.ok) refusals.push(decision.refusal);
	}
	return { decided, refusal: decided.length > 0 ? null : (refusals[0] ?? null) };
};

const recordAll = async (
	trx: WriteTx,
	{ library, now }: Pick<Environment, 'library' | 'now'>,
	decided: readonly Decided[],
): Promise<void> => {
	const happened: Happened[] = [];
	for (const { row, before, events } of decided) {
		happened.push({ row: await recordRequest(trx, library.systems, row, before, events), events });
	}
	await queueLetters(trx, happened, now);
};

const countedAccess = async (tx: ReadTx, { personalId }: ReceiptRow): Promise<CountedAccess[]> => {
	const emailIndex = personalId ? await emailIndexOf(tx, personalId) : null;
	return emailIndex ? accessOf(tx, emailIndex) : [];
};

/** Confirms the address of the submission that a mailed link is about. Received means sent: no date moves. */
export const confirmRightsRequest = async (
	environment: Environment,
	{ token }: { token: string },
): Promise<Result<SubmissionStatus>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx): Promise<Result<SubmissionStatus>> => {
		const found = await findToken(trx, token, 'confirm-request');
		const receipt = found && (await receiptById(trx, found.subjectId));
		if (!receipt) return refused('UNKNOWN_TOKEN', ['token']);
		const rows = (await requestsByReceipt(trx, receipt.id)).filter(({ confirmBy }) => confirmBy !== null);
		const command = { type: 'confirm', countedAccess: await countedAccess(trx, receipt) } as const;
		const { decided, refusal } = await decideAll(trx, rows, command, now);
		if (refusal) return { ok: false, refusal };
		if (!(await useToken(trx, token, 'confirm-request', now))) return refused('UNKNOWN_TOKEN', ['token']);
		await recordAll(trx, environment, decided);
		return done(await statusOf(trx, receipt));
	});
	if (result.ok) environment.afterCommit();
	return result;
};

const receiptByCode = async (tx: ReadTx, { store }: Caller, code: ReceiptCode) => {
	const receipt = await receiptByCodeHash(tx, store.vault.codeHash(code));
	return receipt?.kind === 'request' ? receipt : undefined;
};

/** Takes back one right asked for, or all that are still open. */
export const withdrawRightsRequest = async (
	caller: Caller,
	{ code, right }: { code: ReceiptCode; right?: Right | null | undefined },
): Promise<Result<SubmissionStatus>> => {
	const result = await caller.store.write(async (trx): Promise<Result<SubmissionStatus>> => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const receipt = await receiptByCode(trx, caller, code);
		if (!receipt) return refused('UNKNOWN_CODE', ['code']);
		const rows = (await requestsByReceipt(trx, receipt.id)).filter((row) => !right || row.right === right);
		if (rows.length === 0) return refused('UNKNOWN_REQUEST', ['right']);
		const { decided, refusal } = await decideAll(trx, rows, { type: 'withdraw' }, caller.now);
		if (refusal) return { ok: false, refusal };
		await recordAll(trx, caller, decided);
		return done(await statusOf(trx, receipt));
	});
	if (result.ok) caller.afterCommit();
	return result;
};

/** The submission that a receipt code is for. */
export const requestStatus = (caller: Caller, code: ReceiptCode): Promise<Result<SubmissionStatus>> =>
	caller.store.write(async (trx) => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const receipt = await receiptByCode(trx, caller, code);
		return receipt ? done(await statusOf(trx, receipt)) : refused('UNKNOWN_CODE', ['code']);
	});
