import { Temporal } from 'temporal-polyfill';
import type { LetterKind } from '../../schema/letters.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import type { VersionEventType } from '../../schema/notice/vocabulary.ts';
import type { Frequency } from '../../schema/subscription/vocabulary.ts';
import { type Instant, instant } from '../../schema/time.ts';
import type { Choice } from './subscription.ts';

/** Something that happened to a version. */
export interface News {
	notice: Notice;
	version: Version;
	event: VersionEventType;
	at: Instant;
}

/** The letter that tells of each event by itself. */
export const letterOfNews = {
	versionAnnounced: 'change-announced',
	versionInForce: 'change-in-force',
	versionWithdrawn: 'change-withdrawn',
} as const satisfies Record<VersionEventType, LetterKind>;

/** Everything that has happened to a version by now, first to last; nothing before its announcement. */
export const newsOf = (notice: Notice, version: Version, now: Instant): News[] => {
	const status = statusAt(notice, version, now);
	if (status === null) return [];
	const news = (event: VersionEventType, at: Instant): News => ({ notice, version, event, at });
	const announced = news('versionAnnounced', version.announcedAt);
	if (status === 'ANNOUNCED') return [announced];
	if (status === 'WITHDRAWN') return [announced, news('versionWithdrawn', version.withdrawnAt ?? now)];
	return [announced, news('versionInForce', version.effectiveAt)];
};

/** Whether letters tell of it now: not of what is no more than editorial, nor of an announcement that is overtaken. */
export const isWorthTelling = ({ event, notice, version }: News, now: Instant): boolean => {
	if (version.revision.class === 'editorial') return false;
	return event !== 'versionAnnounced' || statusAt(notice, version, now) === 'ANNOUNCED';
};

const digestHour = 9;
const monday = 1;

/** When the next digest leaves, always after `now`: at nine in the zone, every day, or on Mondays where it is weekly. */
export const nextDigestAt = (frequency: Exclude<Frequency, 'IMMEDIATE'>, now: Instant, zone: string): Instant => {
	const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
	const today = here.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: digestHour } });
	const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
	const days = frequency === 'WEEKLY' ? (7 + monday - next.dayOfWeek) % 7 : 0;
	return instant(next.add({ days }).toInstant().toString());
};

/** How a subscriber hears of news: by a letter at once (`digestAt` null), in the digest of an instant, or not at all (null). */
export const tellingOf = (
	{ leastClass, frequency }: Choice,
	{ event, notice, version }: News,
	now: Instant,
): { digestAt: Instant | null } | null => {
	const { class: changeClass, urgent } = version.revision;
	if (changeClass === 'editorial') return null;
	if (changeClass === 'substantive' && leastClass === 'material') return null;
	const isPressing = changeClass === 'material' || urgent !== undefined || event === 'versionWithdrawn';
	return { digestAt: isPressing || frequency === 'IMMEDIATE' ? null : nextDigestAt(frequency, now, notice.zone) };
};
