import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import type { Store } from '../store/open.ts';

/** What a service works with: everything outside of it, at one instant. */
export interface Environment {
	store: Store;
	/** The content as it is at this moment. */
	library: Library;
	now: Instant;
	/** Called after each commit, so that letters leave soon. */
	afterCommit: () => void;
}

/** An environment with a person at the other end. */
export interface Caller extends Environment {
	/** The network address; what is limited per address is counted by it. */
	clientAddress: string;
	/** The language asked for, where none is named in the input. */
	locale: string | null;
}
