import type { LetterKind } from '../../schema/letters.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { effectiveAt, statusAt } from '../../schema/notice/timeline.ts';
import type { Instant } from '../../schema/time.ts';
import { appendEvents, readStream } from '../store/events.ts';
import { queueLetter } from '../store/outbox.ts';
import { emailIndexOf } from '../store/personal.ts';
import {
	confirmedSubscribers,
	noticesOfSubscription,
	openSubscriptionsByEmail,
	subscriptionById,
} from '../store/subscriptions.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';

/** Something that subscribers of a notice hear of. */
interface News {
	notice: Notice;
	version: Version;
	event: 'versionAnnounced' | 'versionInForce';
	letter: LetterKind;
	at: Instant;
}

const page = 200;

const streamOf = ({ notice, version }: News) => ({ kind: 'version', id: `${notice.slug}/${version.id}` }) as const;

/** What is known of a version by now that people are told: what changes no more than the wording is not. */
const newsOf = (notice: Notice, version: Version, now: Instant): News[] => {
	const status = statusAt(notice, version, now);
	if (status === null || status === 'WITHDRAWN' || version.revision.class === 'editorial') return [];
	const announced = {
		notice,
		version,
		event: 'versionAnnounced',
		letter: 'change-announced',
		at: version.announcedAt,
	} as const;
	const inForceAt = effectiveAt(notice, version);
	if (status === 'ANNOUNCED') return [announced];
	return [announced, { notice, version, event: 'versionInForce', letter: 'change-in-force', at: inForceAt }];
};

/** Only what happened after a subscription was confirmed is news to it; of several of one address the first one is told. */
const isToldBy = async (tx: ReadTx, id: string, { notice, at }: News): Promise<boolean> => {
	const subscription = await subscriptionById(tx, id);
	if (!subscription?.confirmedAt || subscription.confirmedAt > at) return false;
	const emailIndex = await emailIndexOf(tx, subscription.personalId);
	if (!emailIndex) return false;
	for (const other of await openSubscriptionsByEmail(tx, emailIndex)) {
		const counts = other.status === 'CONFIRMED' && other.confirmedAt !== null && other.confirmedAt <= at;
		if (counts && (await noticesOfSubscription(tx, other.id)).includes(notice.slug)) return other.id === id;
	}
	return false;
};

const tellPage = async (trx: WriteTx, news: News, after: string, now: Instant): Promise<string | null> => {
	const { notice, version, letter } = news;
	const ids = await confirmedSubscribers(trx, notice.slug, { after, limit: page });
	for (const id of ids) {
		if (!(await isToldBy(trx, id, news))) continue;
		await queueLetter(trx, {
			kind: letter,
			subjectKind: 'subscription',
			subjectId: id,
			extra: { notice: notice.slug, version: version.id },
			dedupeKey: `${letter}/${notice.slug}/${version.id}/${id}`,
			now,
		});
	}
	return ids.length === page ? (ids.at(-1) ?? null) : null;
};

/** Late news is old news: a version already in force is no longer said to be announced. */
const isWorthTelling = ({ event, notice, version }: News, now: Instant) =>
	event === 'versionInForce' || statusAt(notice, version, now) === 'ANNOUNCED';

const recorded = async (tx: ReadTx, news: News): Promise<string[]> =>
	(await readStream(tx, streamOf(news))).map(({ type }) => type);

const record = (trx: WriteTx, news: News) =>
	recorded(trx, news).then(async (types) => {
		if (!types.includes(news.event)) {
			await appendEvents(trx, streamOf(news), types.length, [{ type: news.event, at: news.at }]);
		}
	});

const tell = async ({ store, now, afterCommit }: Environment, news: News): Promise<void> => {
	let after: string | null = isWorthTelling(news, now) ? '' : null;
	while (after !== null) {
		const from: string = after;
		after = await store.write((trx) => tellPage(trx, news, from, now));
	}
	await store.write((trx) => record(trx, news));
	afterCommit();
};

/**
 * Tells subscribers of what has been announced or come into force since the last time: each of them once, whatever stops
 * and starts in between. Answers how many events were new.
 */
export const tellSubscribers = async (environment: Environment): Promise<number> => {
	const { library, now, store } = environment;
	const all = library.notices.flatMap((notice) => notice.versions.flatMap((version) => newsOf(notice, version, now)));
	const unrecorded = await store.read(async (tx) => {
		const found: News[] = [];
		for (const news of all) if (!(await recorded(tx, news)).includes(news.event)) found.push(news);
		return found;
	});
	for (const news of unrecorded) await tell(environment, news);
	return unrecorded.length;
};
