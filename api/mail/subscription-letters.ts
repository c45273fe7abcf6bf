import type { LetterKind } from '../../schema/letters.ts';
import { addSeconds, dateIn } from '../../schema/time.ts';
import { eraseAt } from '../domain/subscription.ts';
import type { SubscriptionRow } from '../store/tables.ts';
import type { DropReason, LetterScope, Preparation } from './context.ts';
import { type LetterBody, writeLetter } from './letter.ts';
import { subscriptionConfirm } from './letters/subscription-confirm.ts';
import { subscriptionEnded } from './letters/subscription-ended.ts';
import { subscriptionWelcome } from './letters/subscription-welcome.ts';
import { issueToken } from './link-token.ts';
import { pageUrl, titleOf } from './places.ts';
import { type LetterLocale, letterLocale, wordsOf } from './words.ts';

const tenYears = 10 * 365 * 24 * 60 * 60;

/** What letters to a subscriber are written from. */
export interface LoadedSubscription {
	subscription: SubscriptionRow;
	email: string;
	locale: LetterLocale;
	/** Slugs of the notices that it names. */
	notices: readonly string[];
}

export const loadSubscription = (
	{ subscribers }: LetterScope,
	id: string,
): LoadedSubscription | { drop: DropReason } => {
	const subscriber = subscribers.get(id);
	if (!subscriber) return { drop: 'NO_SUBJECT' };
	const { subscription, personal, notices } = subscriber;
	if (!personal?.email) return { drop: 'NO_ADDRESS' };
	return { subscription, email: personal.email, locale: letterLocale(subscription.locale), notices };
};

/** A link that ends a subscription, good for as long as anybody may keep the letter. */
export const leaveLink = (scope: LetterScope, id: string, locale: LetterLocale): string => {
	const { now } = scope;
	const expiresAt = addSeconds(now, tenYears);
	const token = issueToken(scope, { purpose: 'leave-subscription', subjectId: id, expiresAt });
	return pageUrl(scope, locale, `/subscribe/leave/${token}/`);
};

const noticesOf = ({ library }: LetterScope, { notices: slugs, locale }: LoadedSubscription) => {
	const notices = library.notices.filter(({ slug }) => slugs.includes(slug));
	return { titles: notices.map((notice) => titleOf(notice, locale)), zone: notices[0]?.zone ?? 'UTC' };
};

type SubscriptionLetterKind = Extract<LetterKind, `subscription-${string}`>;
type Notices = { titles: string[]; zone: string };

/** Null where there is nothing left to confirm. */
const confirmBody = (
	scope: LetterScope,
	{ subscription, locale }: LoadedSubscription,
	{ titles, zone }: Notices,
): LetterBody | null => {
	const { now } = scope;
	const { id, status, confirmBy } = subscription;
	if (status !== 'PENDING' || confirmBy <= now) return null;
	const token = issueToken(scope, { purpose: 'confirm-subscription', subjectId: id, expiresAt: confirmBy });
	const confirm = { url: pageUrl(scope, locale, `/subscribe/confirm/${token}/`), by: confirmBy };
	return subscriptionConfirm[locale]({ titles, confirm }, wordsOf(locale, zone));
};

const bodies: Record<
	SubscriptionLetterKind,
	(scope: LetterScope, loaded: LoadedSubscription, notices: Notices) => LetterBody | null
> = {
	'subscription-confirm': confirmBody,
	'subscription-welcome': (_, { locale, subscription }, { titles, zone }) =>
		subscription.status === 'CONFIRMED'
			? subscriptionWelcome[locale]({ ...subscription, titles }, wordsOf(locale, zone))
			: null,
	'subscription-ended': (_, { locale, subscription: { endedAt } }, { zone }) =>
		endedAt && subscriptionEnded[locale]({ eraseOn: dateIn(eraseAt(endedAt), zone) }, wordsOf(locale, zone)),
};

/** A letter about a subscription itself. */
export const prepareSubscriptionLetter = (
	scope: LetterScope,
	kind: SubscriptionLetterKind,
	id: string,
): Preparation => {
	const loaded = loadSubscription(scope, id);
	if ('drop' in loaded) return loaded;
	const body = bodies[kind](scope, loaded, noticesOf(scope, loaded));
	if (!body) return { drop: 'NOT_NEEDED' };
	// Once ended there is nothing left to end.
	const leaveUrl = kind === 'subscription-ended' ? null : leaveLink(scope, id, loaded.locale);
	const frame = { organisation: scope.library.organisation, notice: null, leaveUrl };
	return {
		ready: { to: loaded.email, locale: loaded.locale, ...writeLetter(loaded.locale, body, frame), leaveUrl },
	};
};
