import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';
import type { Subscriber } from '../store/subscribers.ts';
import type { TokenRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';

/** What letters are written from. */
export interface MailContext {
	store: Store;
	/** The content as it is at this moment. */
	library: () => Library;
	now: () => Instant;
	/** Without a slash at its end; every link begins with it. */
	publicUrl: string;
}

/** What letters are written from together: a library and an instant that stand still, in the transaction that keeps their tokens. */
export interface LetterScope extends Omit<MailContext, 'library' | 'now'> {
	trx: WriteTx;
	library: Library;
	now: Instant;
	/** Whom the letters to subscribers go to, by the id of the subscription. */
	subscribers: ReadonlyMap<string, Subscriber>;
	/** Those that the letters carry so far. */
	tokens: TokenRow[];
}

/** A letter ready to be sent. */
export interface ReadyLetter {
	to: string;
	locale: string;
	subject: string;
	text: string;
	/** In letters to subscribers: the page that ends the subscription. */
	leaveUrl: string | null;
}

/** Why there is nothing to send any more. */
export type DropReason = 'NO_SUBJECT' | 'NO_ADDRESS' | 'NOT_NEEDED' | 'UNKNOWN_VERSION';

/** A letter, or why there is none. */
export type Preparation = { ready: ReadyLetter } | { drop: DropReason };
