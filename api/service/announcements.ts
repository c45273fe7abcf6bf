import { incorporatedChanges } from '../../schema/notice/incorporated.ts';
import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import { isWorthTelling, letterOfNews, type News, newsOf, tellingOf } from '../domain/news.ts';
import { type Listener, noteTold, type Page, subscribersOf, toldOf } from '../store/audience.ts';
import { queueLetter } from '../store/outbox.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import { tellObjectors } from './objection-overtaken.ts';
import { isRecorded, namesOf, recordNews } from './version-events.ts';

const pageSize = 200;

/** The notices whose subscribers hear of it: its own, and those that take over what it changes. */
const concernedBy = (library: Library, { notice, version, at }: News): string[] => {
	const takers = library.notices.filter((it) =>
		incorporatedChanges(library, it, at).some((change) => change.version === version),
	);
	return [notice.slug, ...takers.map(({ slug }) => slug)];
};

/** Only what happened after a subscription was confirmed is news to it; a withdrawal is news to whoever heard of the change. */
const audienceOf = (tx: ReadTx, news: News, concerned: readonly string[], now: Instant, page: Page) => {
	const { event, notice, version, at } = news;
	return event === 'versionWithdrawn'
		? toldOf(tx, { notice: notice.slug, version: version.id, event: 'versionAnnounced' }, now, page)
		: subscribersOf(tx, concerned, at, page);
};

const tellOne = async (trx: WriteTx, listener: Listener, news: News, now: Instant) => {
	const telling = tellingOf(listener, news, now);
	if (!telling) return;
	const { digestAt } = telling;
	const [subscriptionId, notice, version] = [listener.id, news.notice.slug, news.version.id];
	if (!(await noteTold(trx, { subscriptionId, notice, version, event: news.event, digestAt }))) return;
	const kind = digestAt ? 'change-digest' : letterOfNews[news.event];
	await queueLetter(trx, {
		kind,
		subjectKind: 'subscription',
		subjectId: subscriptionId,
		extra: digestAt ? { digestAt } : { notice, version },
		dedupeKey: `${kind}/${digestAt ?? `${notice}/${version}`}/${subscriptionId}`,
		now,
		...(digestAt && { dueAt: digestAt }),
	});
};

const tellPage = async (trx: WriteTx, news: News, concerned: readonly string[], after: string, now: Instant) => {
	const { listeners, next } = await audienceOf(trx, news, concerned, now, { after, limit: pageSize });
	for (const listener of listeners) await tellOne(trx, listener, news, now);
	return next;
};

/** Records it once all are told; whoever objected hears that there is nothing left to object to. Answers whether it was recorded. */
const conclude = async (trx: WriteTx, news: News, now: Instant): Promise<boolean> => {
	if (news.event === 'versionWithdrawn' && !(await tellObjectors(trx, namesOf(news), now))) return false;
	await recordNews(trx, news, now);
	return true;
};

const tell = async ({ library, store, now, afterCommit }: Environment, news: News): Promise<void> => {
	const concerned = concernedBy(library, news);
	let after: string | null = isWorthTelling(news, now) ? '' : null;
	while (after !== null) {
		const from: string = after;
		after = await store.write((trx) => tellPage(trx, news, concerned, from, now));
	}
	while (!(await store.write((trx) => conclude(trx, news, now))));
	afterCommit();
};

/**
 * Tells subscribers of what was announced, came into force or was withdrawn since the last time: each of them once,
 * whatever stops and starts in between. Answers how many events were new.
 */
export const tellSubscribers = async (environment: Environment): Promise<number> => {
	const { library, now, store } = environment;
	const all = library.notices.flatMap((notice) => notice.versions.flatMap((version) => newsOf(notice, version, now)));
	const unrecorded = await store.read(async (tx) => {
		const found: News[] = [];
		for (const news of all) if (!(await isRecorded(tx, namesOf(news)))) found.push(news);
		return found;
	});
	for (const news of unrecorded.sort((a, b) => (a.at < b.at ? -1 : 1))) await tell(environment, news);
	return unrecorded.length;
};
