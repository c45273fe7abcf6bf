import { randomUUID } from 'node:crypto';
import { type FileType, fileName, fileTypeOf, maxFileBytes, maxFiles } from '../../schema/request/message.ts';
import { changePersonal, sealedPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { insertUpload, uploadById } from '../store/uploads.ts';
import type { Actor } from './actor.ts';
import { conversationOf, type Message } from './conversation.ts';
import type { Environment } from './environment.ts';
import { countReading } from './personal-access.ts';
import { isId } from './record-id.ts';
import { done, type Result, refused } from './result.ts';

/** A file as it arrives. */
export interface ArrivingFile {
	name: string | undefined;
	bytes: Buffer;
}

type TypedFile = ArrivingFile & { id: string; type: FileType };

/** The files with what they are; a refusal where one of them is not taken. */
export const typed = (files: readonly ArrivingFile[]): Result<TypedFile[]> => {
	if (files.length > maxFiles) return refused('TOO_MANY_FILES', ['files']);
	if (files.some(({ bytes }) => bytes.length > maxFileBytes)) return refused('FILE_TOO_LARGE', ['files']);
	const known = files.flatMap((file) => {
		const type = fileTypeOf(file.bytes);
		return type ? [{ ...file, id: randomUUID(), type }] : [];
	});
	return known.length === files.length ? done(known) : refused('FILE_TYPE', ['files']);
};

/** Seals what was written, and its files, with what the person sent; false where that is destroyed. */
export const keepWritten = async (
	trx: WriteTx,
	{ vault }: Environment['store'],
	personalId: string,
	{ requestId, messageId, text, files }: { requestId: string; messageId: string; text: string; files: TypedFile[] },
): Promise<boolean> => {
	const row = await sealedPersonal(trx, personalId);
	if (!row) return false;
	for (const { id, bytes } of files) {
		await insertUpload(trx, { id, requestId, sealed: vault.sealUpload(row, id, bytes) });
	}
	const names = Object.fromEntries(files.map(({ id, name, type }) => [id, fileName(name, type)]));
	const message = { text, ...(files.length > 0 && { files: names }) };
	return changePersonal(trx, vault, personalId, (data) => ({
		...data,
		messages: { ...data.messages, [messageId]: message },
	}));
};

/** Keeps the words of staff, for the letter that brings them and the page that shows them. */
export const keepMessage = async (
	trx: WriteTx,
	store: Environment['store'],
	{ receiptId, id }: Pick<RequestRow, 'receiptId' | 'id'>,
	messageId: string,
	text: string,
): Promise<void> => {
	const { personalId } = (await receiptById(trx, receiptId)) ?? {};
	if (personalId) await keepWritten(trx, store, personalId, { requestId: id, messageId, text, files: [] });
};

type Reading = Pick<Environment, 'store' | 'now'> & Actor;

/** What was written about a request, for staff; who read it is recorded first. */
export const readMessages = async (reading: Reading, request: RequestRow): Promise<Message[]> => {
	await countReading(reading, request.receiptId);
	return (await reading.store.read((tx) => conversationOf(tx, reading.store, request))).messages;
};

/** A file as it is downloaded. */
export interface OpenedFile {
	name: string;
	type: FileType;
	bytes: Buffer;
}

/** A file that came with a message about a request, for staff; who read it is recorded first. */
export const openFile = async (
	reading: Reading,
	{ requestId, fileId }: { requestId: string; fileId: string },
): Promise<Result<OpenedFile>> => {
	const { store } = reading;
	const request = isId(requestId) ? await store.read((tx) => requestById(tx, requestId)) : undefined;
	if (!request) return refused('UNKNOWN_REQUEST', ['id']);
	const personalId = await countReading(reading, request.receiptId);
	return store.read(async (tx): Promise<Result<OpenedFile>> => {
		const { messages } = await conversationOf(tx, store, request);
		const file = messages.flatMap(({ files }) => files).find(({ id }) => id === fileId);
		const sealed = file && (await uploadById(tx, file.id));
		const row = personalId && (await sealedPersonal(tx, personalId));
		if (!file || !sealed || !row) return refused('UNKNOWN_FILE', ['fileId']);
		return done({ name: file.name, type: file.type, bytes: store.vault.openUpload(row, file.id, sealed) });
	});
};
