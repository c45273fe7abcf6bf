import type { LetterKind } from '../../schema/letters.ts';
import type { RequestRow } from '../store/tables.ts';
import type { LoadedReceipt } from './load-receipt.ts';

/** A receipt, and those of its requests that a letter is about. */
export interface LoadedRequests extends LoadedReceipt {
	requests: readonly RequestRow[];
	/** The message that the letter brings. */
	messageId?: string | undefined;
}

const messagesOf = ({ personal, requests }: LoadedRequests, kind: LetterKind) =>
	requests.map(({ id }) => personal.said?.[id]?.[kind]).filter((message) => message !== undefined);

/** What most letters of staff are written from. */
export const saidInput = (loaded: LoadedRequests, kind: LetterKind) => ({
	...loaded.input,
	requests: loaded.requests,
	messages: messagesOf(loaded, kind),
});
