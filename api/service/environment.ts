import type { StaffCookieName } from '../../schema/access/cookies.ts';
import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';
import type { OutboxRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';

/** What a service works with: everything outside of it, at one instant. */
export interface Environment {
	store: Store;
	/** The content as it is at this moment. */
	library: Library;
	now: Instant;
	/** Called after each commit, so that letters leave soon. */
	afterCommit: () => void;
}

/** A letter as it would leave at this moment. */
export interface WrittenLetter {
	locale: string;
	subject: string;
	text: string;
}

/** Writes queued letters in the transaction that queued them; null in the place of one that would not leave. */
export type WriteLetters = (trx: WriteTx, rows: readonly OutboxRow[]) => Promise<(WrittenLetter | null)[]>;

/** The browser at the other end. */
export interface Browser {
	/** The random value of its cookie; null where it has none. */
	token: string | null;
	/** Gives it a cookie with the answer. */
	keep: (token: string) => void;
}

/** The browser of a person of staff, or of one who wants to sign in. */
export interface StaffBrowser {
	/** The random value of a cookie; null where it has none. */
	value: (name: StaffCookieName) => string | null;
	/** Gives it a cookie with the answer, or takes it away with null. */
	keep: (name: StaffCookieName, value: string | null) => void;
}

/** An environment with a person at the other end. */
export interface Caller extends Environment {
	/** The network address; what is limited per address is counted by it. */
	clientAddress: string;
	/** The language asked for, where none is named in the input. */
	locale: string | null;
	/** Null where the request comes from a page that is not ours, so that nobody chooses for a visitor. */
	browser: Browser | null;
	/** Null where the request comes by GET or from a page that is not ours: nobody acts for staff who did not ask for it. */
	staffBrowser: StaffBrowser | null;
	/** Whether Global Privacy Control came with the request, from whatever page. */
	signal: boolean;
}
