import type { LetterKind } from '../../schema/letters.ts';
import { correctionsIn } from '../../schema/request/submission.ts';
import type { RequestRow } from '../store/tables.ts';
import type { PersonalData } from '../store/vault.ts';
import type { LoadedReceipt } from './load-receipt.ts';

/** A receipt, and those of its requests that a letter is about. */
export interface LoadedRequests extends LoadedReceipt {
	requests: readonly RequestRow[];
	/** The message that the letter brings. */
	messageId?: string | undefined;
}

const messagesOf = ({ personal, requests }: LoadedRequests, kind: LetterKind) =>
	requests.map(({ id }) => personal.said?.[id]?.[kind]).filter((message) => message !== undefined);

const longestName = 100;

/** What the person calls each thing to be corrected, on one line; none for other rights. */
export const itemNames = ({ right }: Pick<RequestRow, 'right'>, personal: PersonalData): string[] =>
	right === 'CORRECT'
		? correctionsIn(personal).map(({ what }) => {
				const line = what.replace(/\s+/g, ' ');
				return line.length > longestName ? `${line.slice(0, longestName - 1).trimEnd()}…` : line;
			})
		: [];

/** What most letters of staff are written from. */
export const saidInput = (loaded: LoadedRequests, kind: LetterKind) => ({
	...loaded.input,
	requests: loaded.requests,
	messages: messagesOf(loaded, kind),
	items: loaded.requests.flatMap((request) => itemNames(request, loaded.personal)),
});
