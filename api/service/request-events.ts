import type { Instant } from '../../schema/time.ts';
import type { RequestEvent } from '../domain/request.ts';
import { lastSealed, sealedOfKindAfter } from '../store/event-log.ts';
import type { Store } from '../store/open.ts';
import { type Sealer, sealEvents } from './event-log.ts';

/** Something that happened to a request, as those hear of it who follow; it names nobody. */
export interface RequestNews {
	/** Its place in the log of events, in which nothing ever comes in between. */
	position: number;
	type: RequestEvent['type'];
	at: Instant;
	requestId: string;
	/** Which of the request's events it is, from 1. */
	revision: number;
}

/** The events of all requests after a place in the log, in its order. */
export const requestNewsAfter = async (store: Store, position: number, limit: number): Promise<RequestNews[]> => {
	const rows = await store.read((tx) => sealedOfKindAfter(tx, 'request', position, limit));
	return rows.map(({ streamId, streamVersion, type, ...row }) => ({
		...row,
		type: type as RequestNews['type'], // Only events of requests stand on such streams.
		requestId: streamId,
		revision: streamVersion,
	}));
};

/** The place in the log after which only what is still to happen follows. */
export const lastRequestNews = async (store: Store): Promise<number> => (await store.read(lastSealed))?.position ?? 0;

/** Binds what has just happened into the log, so that those who follow need not wait until that is done anyway, and answers how far the log goes. */
export const sealNews = async (sealer: Sealer): Promise<number> => {
	await sealEvents(sealer);
	return lastRequestNews(sealer.store);
};
