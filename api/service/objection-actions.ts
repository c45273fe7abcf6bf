import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { decide, type ObjectionCommand, type ObjectionState } from '../domain/objection.ts';
import { hasCountedObjection, objectionById, objectionByReceipt } from '../store/objections.ts';
import { emailIndexOf } from '../store/personal.ts';
import { receiptByCodeHash, receiptById } from '../store/receipts.ts';
import type { ObjectionRow } from '../store/tables.ts';
import { findToken, useToken } from '../store/tokens.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller, Environment } from './environment.ts';
import { countCodeLookup } from './limits.ts';
import { lockObjectionsTo, tellIfOvertaken } from './objection-overtaken.ts';
import { loadObjection, recordObjection } from './objection-record.ts';
import { done, type Result, refused } from './result.ts';

/** An objection as it stands. */
export type ObjectionStatusOf = ObjectionState;

const alreadyCounted = async (trx: WriteTx, row: ObjectionRow): Promise<boolean> => {
	const receipt = await receiptById(trx, row.receiptId);
	const emailIndex = receipt?.personalId ? await emailIndexOf(trx, receipt.personalId) : null;
	if (!emailIndex) return false;
	return hasCountedObjection(trx, { emailIndex, notice: row.notice, version: row.version, except: row.id });
};

const act = async (
	trx: WriteTx,
	{ id, receiptId }: ObjectionRow,
	command: ObjectionCommand,
	now: Instant,
	token?: string,
): Promise<Result<ObjectionState>> => {
	const before = await loadObjection(trx, id);
	if (!before) return refused('UNKNOWN_CODE');
	const decision = decide(before.state, command, { now });
	if (!decision.ok) return decision;
	const { state } = await recordObjection(trx, { id, receiptId }, before, decision.events, now);
	// The link stays good: should the other objection be taken back, this one can still be counted.
	if (state.status === 'JOINED') return refused('ALREADY_COUNTED');
	if (token) await useToken(trx, token, 'confirm-objection', now);
	return done(state);
};

/** Counts the objection that a mailed link is about. */
export const confirmObjection = async (
	environment: Environment,
	{ token }: { token: string },
): Promise<Result<ObjectionState>> => {
	const { store, now } = environment;
	const result = await store.write(async (trx) => {
		const found = await findToken(trx, token, 'confirm-objection');
		const row = found && (await objectionById(trx, found.subjectId));
		if (!row) return refused('UNKNOWN_TOKEN', ['token']);
		// Two letters to one address may be answered at the same moment: the second has to see what the first did.
		await lockObjectionsTo(trx, row);
		const command = { type: 'confirm', alreadyCounted: await alreadyCounted(trx, row) } as const;
		const confirmed = await act(trx, row, command, now, token);
		if (confirmed.ok) await tellIfOvertaken(trx, row, now);
		return confirmed;
	});
	if (result.ok) environment.afterCommit();
	return result;
};

const rowByCode = async (trx: WriteTx, { store }: Caller, code: ReceiptCode) => {
	const receipt = await receiptByCodeHash(trx, store.vault.codeHash(code));
	return receipt?.kind === 'objection' ? objectionByReceipt(trx, receipt.id) : undefined;
};

/** Takes an objection back. */
export const withdrawObjection = async (
	caller: Caller,
	{ code }: { code: ReceiptCode },
): Promise<Result<ObjectionState>> => {
	const result = await caller.store.write(async (trx) => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const row = await rowByCode(trx, caller, code);
		return row ? act(trx, row, { type: 'withdraw' }, caller.now) : refused('UNKNOWN_CODE', ['code']);
	});
	if (result.ok) caller.afterCommit();
	return result;
};

/** The objection that a receipt code is for. */
export const objectionStatus = (caller: Caller, code: ReceiptCode): Promise<Result<ObjectionState>> =>
	caller.store.write(async (trx) => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const row = await rowByCode(trx, caller, code);
		return row ? done(row) : refused('UNKNOWN_CODE', ['code']);
	});
