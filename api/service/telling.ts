import { type VersionEventType, versionEventTypes } from '../../schema/notice/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import { letterOfNews } from '../domain/news.ts';
import type { LetterCounts } from '../store/evidence.ts';
import type { Store } from '../store/open.ts';
import { type LettersAbout, lettersAboutVersions, type ToldByDigest, toldByDigest } from '../store/telling.ts';

/** How far the telling of one event of a version has come, in numbers. */
export interface Telling extends LetterCounts {
	event: VersionEventType;
	/** How many hear of it in a digest, now or later. */
	inDigests: number;
	lastSentAt: Instant | null;
}

interface Of {
	notice: string;
	version: string;
}

const nothing: LetterCounts & { lastSentAt: null } = { waiting: 0, sent: 0, failed: 0, dropped: 0, lastSentAt: null };

const tellingsOf = (of: Of, letters: readonly LettersAbout[], digests: readonly ToldByDigest[]): Telling[] =>
	versionEventTypes.flatMap((event) => {
		const isOfIt = (it: Of) => it.notice === of.notice && it.version === of.version;
		const counts = letters.find((it) => it.kind === letterOfNews[event] && isOfIt(it));
		const inDigests = digests.find((it) => it.event === event && isOfIt(it))?.count ?? 0;
		if (!counts && inDigests === 0) return [];
		const { waiting, sent, failed, dropped, lastSentAt } = counts ?? nothing;
		return [{ event, waiting, sent, failed, dropped, inDigests, lastSentAt }];
	});

type Read = Promise<[LettersAbout[], ToldByDigest[]]>;

/** What was read for one request of the API, by its context. */
const read = new WeakMap<object, Read>();

const readAll = (store: Store): Read =>
	store.read(async (tx) => [await lettersAboutVersions(tx), await toldByDigest(tx)]);

/** How far the telling of each event of a version has come; the outbox is read once for all versions that one request asks about. */
export const tellingOfVersion = async (context: { store: Store }, of: Of): Promise<Telling[]> => {
	const counted = read.get(context) ?? readAll(context.store);
	read.set(context, counted);
	const [letters, digests] = await counted;
	return tellingsOf(of, letters, digests);
};
