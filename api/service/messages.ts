import { randomUUID } from 'node:crypto';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import { maxMessages, type Reply } from '../../schema/request/message.ts';
import { decide } from '../domain/request.ts';
import { queueLetter } from '../store/outbox.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptByCodeHash, receiptById } from '../store/receipts.ts';
import { requestById, requestsByReceipt } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { findToken } from '../store/tokens.ts';
import type { ReadTx } from '../store/transactions.ts';
import { type Conversation, conversationOf, mayReply, written } from './conversation.ts';
import type { Caller, Environment } from './environment.ts';
import { countCodeLookup, countSubmission, mayHaveLetter } from './limits.ts';
import { type ArrivingFile, keepWritten, typed } from './message-files.ts';
import { loadRequest, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';

/** The request that the link of a letter shows, while it does. */
const linked = async (tx: ReadTx, token: string, { now }: Pick<Environment, 'now'>): Promise<RequestRow | null> => {
	const found = await findToken(tx, token, 'messages');
	if (!found || found.expiresAt <= now) return null;
	return (await requestById(tx, found.subjectId)) ?? null;
};

/** Whether a token is that of a link which shows messages. */
export const showsMessages = ({ store, now }: Pick<Environment, 'store' | 'now'>, token: string): Promise<boolean> =>
	store.read(async (tx) => (await linked(tx, token, { now })) !== null);

/** The messages of the request that a mailed link is for, as often as it is opened until it ends. */
export const openMessages = (
	{ store, now }: Environment,
	{ token }: { token: string },
): Promise<Result<Conversation>> =>
	store.read(async (tx) => {
		const request = await linked(tx, token, { now });
		return request ? done(await conversationOf(tx, store, request)) : refused('UNKNOWN_TOKEN', ['token']);
	});

/**
 * Has a link to the messages of one request mailed to the address that it came with; whoever holds the receipt code alone
 * reads nothing. Where there is no such address the answer is the same, and nothing is sent.
 */
export const askForMessages = async (
	caller: Caller,
	{ code, right }: { code: ReceiptCode; right: Right },
): Promise<Result<{ sent: true }>> => {
	const { store, now } = caller;
	const result = await store.write(async (trx): Promise<Result<{ sent: true }>> => {
		const tooMany = await countCodeLookup(trx, caller);
		if (tooMany) return tooMany;
		const receipt = await receiptByCodeHash(trx, store.vault.codeHash(code));
		if (receipt?.kind !== 'request') return refused('UNKNOWN_CODE', ['code']);
		const request = (await requestsByReceipt(trx, receipt.id)).find((it) => it.right === right);
		if (!request || !mayReply(request)) return refused('UNKNOWN_REQUEST', ['right']);
		const { email } = (receipt.personalId && (await readPersonal(trx, store.vault, receipt.personalId))) || {};
		if (email === undefined || !(await mayHaveLetter(trx, caller, 'message', email))) return done({ sent: true });
		const extra = { requestIds: [request.id] };
		const letter = {
			kind: 'request-messages-link',
			subjectKind: 'receipt',
			subjectId: receipt.id,
			extra,
			now,
		} as const;
		await queueLetter(trx, letter);
		return done({ sent: true });
	});
	if (result.ok) caller.afterCommit();
	return result;
};

/** Records what a person writes about a request over the link of a letter, with its files; once for a key. */
export const reply = async (
	caller: Pick<Caller, 'store' | 'library' | 'now' | 'clientAddress'>,
	{ token, message, key }: Reply,
	arriving: readonly ArrivingFile[],
): Promise<Result<Conversation>> => {
	const { store, library, now } = caller;
	const files = typed(arriving);
	if (!files.ok) return files;
	if (message === undefined && files.value.length === 0) return refused('NOTHING_WRITTEN', ['message']);
	return store.write(async (trx): Promise<Result<Conversation>> => {
		const tooMany = await countSubmission(trx, caller, 'message');
		if (tooMany) return tooMany;
		const request = await linked(trx, token, caller);
		const receipt = request && (await receiptById(trx, request.receiptId));
		const before = request && (await loadRequest(trx, request.id));
		if (!request || !before || !receipt?.personalId) return refused('UNKNOWN_TOKEN', ['token']);
		const messageId = key ? store.vault.blindIndex('message', `${request.id}/${key}`) : randomUUID();
		const replies = (await written(trx, request.id)).filter(({ from }) => from === 'PERSON');
		if (replies.some(({ id }) => id === messageId)) return done(await conversationOf(trx, store, request));
		if (replies.length >= maxMessages) return refused('TOO_MANY_MESSAGES');
		const told = files.value.map(({ id, type, bytes }) => ({ id, type, bytes: bytes.length }));
		const decision = decide(before.state, { type: 'reply', messageId, files: told }, { now });
		if (!decision.ok) return decision;
		const what = { requestId: request.id, messageId, text: message ?? '', files: files.value };
		if (!(await keepWritten(trx, store, receipt.personalId, what))) return refused('UNKNOWN_TOKEN', ['token']);
		const after = await recordRequest(trx, library.systems, request, before, decision.events);
		return done(await conversationOf(trx, store, after));
	});
};
