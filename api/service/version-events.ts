import { randomUUID } from 'node:crypto';
import { type VersionEventType, versionEventTypes } from '../../schema/notice/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import type { News } from '../domain/news.ts';
import { appendEvents, eventsOfKindAfter, lastSeqOfKind, readStream, takeTurn } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import type { EventRow } from '../store/tables.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { queueDeliveries } from '../store/webhooks.ts';

/** An event of a version, as others hear of it. */
export interface VersionEvent {
	/** Where it stands among all events: give it to get those after it. */
	seq: number;
	type: VersionEventType;
	at: Instant;
	notice: string;
	version: string;
}

const kind = 'version';

/** Something that happened to a version, by the names of both. */
interface Named {
	notice: string;
	version: string;
	event: VersionEventType;
}

export const namesOf = ({ notice, version, event }: News): Named => ({
	notice: notice.slug,
	version: version.id,
	event,
});

const streamOf = ({ notice, version }: Named) => ({ kind, id: `${notice}/${version}` }) as const;

const typesOf = async (tx: ReadTx, named: Named): Promise<string[]> =>
	(await readStream(tx, streamOf(named))).map(({ type }) => type);

/** Whether an event stands on the stream of its version. */
export const isRecorded = async (tx: ReadTx, named: Named): Promise<boolean> =>
	(await typesOf(tx, named)).includes(named.event);

/** Records an event once, and queues what webhooks are told of it; false where it was recorded before. */
export const recordNews = async (trx: WriteTx, news: News, now: Instant): Promise<boolean> => {
	await takeTurn(trx);
	const named = namesOf(news);
	const types = await typesOf(trx, named);
	if (types.includes(news.event)) return false;
	await appendEvents(trx, streamOf(named), types.length, [{ type: news.event, at: news.at }]);
	const seq = await lastSeqOfKind(trx, kind);
	await queueDeliveries(trx, { seq, type: news.event }, { now, newId: () => `msg_${randomUUID()}` });
	return true;
};

const eventOf = ({ seq, type, at, streamId }: EventRow): VersionEvent[] => {
	const known = versionEventTypes.find((it) => it === type);
	const [notice = '', version = ''] = streamId.split('/');
	return known ? [{ seq, type: known, at, notice, version }] : [];
};

/** The events of all versions after a sequence number, in the order in which they were recorded. */
export const versionEventsAfter = async (store: Store, seq: number, limit: number): Promise<VersionEvent[]> =>
	(await store.read((tx) => eventsOfKindAfter(tx, kind, seq, limit))).flatMap(eventOf);

/** The sequence number from which on only what is still to happen follows. */
export const lastVersionEvent = (store: Store): Promise<number> => store.read((tx) => lastSeqOfKind(tx, kind));
