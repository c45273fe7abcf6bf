import type { Instant } from '../../../schema/time.ts';
import type { Config } from '../../config.ts';
import type { Store } from '../../store/open.ts';

/** What an operator's command works with. */
export interface AdminScope {
	config: Config;
	store: Store;
	now: Instant;
}

/** One subject of `npm run admin --`. */
export interface Subject {
	/** Its lines of the help. */
	usage: string;
	/** What the arguments after the subject ask for; null where it has no such command. Throws on options used wrongly. */
	read(args: string[]): ((scope: AdminScope) => Promise<void>) | null;
}

/** A subject that opens no store: it works on the store's files, or beside it. */
export interface FileSubject {
	usage: string;
	/** As `read` of a subject. */
	readFiles(args: string[]): ((config: Config, now: Instant) => void | Promise<void>) | null;
}
