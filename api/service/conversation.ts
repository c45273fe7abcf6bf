import { readDecided } from '../../schema/request/decision.ts';
import { allows } from '../../schema/request/lifecycle.ts';
import type { MessageFacts } from '../../schema/request/message.ts';
import type { RequestEvent } from '../domain/request.ts';
import { readStream } from '../store/events.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { RequestRow } from '../store/tables.ts';
import type { ReadTx } from '../store/transactions.ts';
import type { PersonalData } from '../store/vault.ts';
import type { Environment } from './environment.ts';

/** A message with its words and the names of its files; `text` is null where there are none, or they are destroyed. */
export interface Message extends Omit<MessageFacts, 'files'> {
	text: string | null;
	files: (MessageFacts['files'][number] & { name: string })[];
}

/** A request and what was written about it, first to last. */
export interface Conversation {
	request: RequestRow;
	messages: Message[];
	mayReply: boolean;
}

type Facts = MessageFacts & { asked?: true };

const factsOf = (event: RequestEvent): Facts[] => {
	const { at } = event;
	if (event.type === 'requestWritten') return [{ id: event.messageId, from: 'STAFF', at, files: [] }];
	if (event.type === 'requestReplied') return [{ id: event.messageId, from: 'PERSON', at, files: event.files }];
	return event.type === 'requestAsked' ? [{ id: at, from: 'STAFF', at, files: [], asked: true }] : [];
};

/** What was written about a request, first to last, without the words; of what was asked, only the last words are kept. */
export const written = async (tx: ReadTx, requestId: string): Promise<Facts[]> => {
	const facts = (await readStream<RequestEvent>(tx, { kind: 'request', id: requestId })).flatMap(factsOf);
	const lastAsked = facts.findLast(({ asked }) => asked);
	return facts.filter((it) => !it.asked || it === lastAsked);
};

const inWords = (facts: readonly Facts[], requestId: string, data: PersonalData | null): Message[] =>
	facts.map(({ asked, ...it }) => {
		const kept = data?.messages?.[it.id];
		const text = (asked ? data?.said?.[requestId]?.['request-asked'] : kept?.text) || null;
		return { ...it, text, files: it.files.map((file) => ({ ...file, name: kept?.files?.[file.id] ?? '' })) };
	});

/** Whether the person can write about a request now. */
export const mayReply = (request: RequestRow) => allows('REPLY', { ...request, ...readDecided(request) });

/** A request with what was written about it, in words as far as they are kept. */
export const conversationOf = async (
	tx: ReadTx,
	{ vault }: Environment['store'],
	request: RequestRow,
): Promise<Conversation> => {
	const { personalId } = (await receiptById(tx, request.receiptId)) ?? {};
	const data = personalId ? await readPersonal(tx, vault, personalId) : null;
	const messages = inWords(await written(tx, request.id), request.id, data);
	return { request, messages, mayReply: data !== null && mayReply(request) };
};
