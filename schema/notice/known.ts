import { type Instant, startOfDay } from '../time.ts';
import type { LedgerEntry, Library, Notice } from './model.ts';
import { isKnownAt } from './timeline.ts';

/** Neither a version to come, nor a withdrawal or a review to come. */
const noticeKnownAt = (notice: Notice, now: Instant): Notice => ({
	...notice,
	reviews: notice.reviews.filter((review) => startOfDay(review.on, notice.zone) <= now),
	versions: notice.versions
		.filter((version) => isKnownAt(version, now))
		.map((version) => (version.withdrawnAt && version.withdrawnAt > now ? { ...version, withdrawnAt: null } : version)),
});

/** The beginning of the ledger, since a chain with a link left out proves nothing. */
const ledgerKnownAt = (ledger: readonly LedgerEntry[], now: Instant): LedgerEntry[] => {
	const later = ledger.findIndex((entry) => entry.publishedAt > now);
	return ledger.slice(0, later < 0 ? ledger.length : later);
};

/** All of a library that anybody outside may know at an instant: what is public shows nothing else. */
export const knownAt = (library: Library, now: Instant): Library => ({
	...library,
	notices: library.notices.map((notice) => noticeKnownAt(notice, now)).filter((notice) => notice.versions.length > 0),
	ledger: ledgerKnownAt(library.ledger, now),
});
