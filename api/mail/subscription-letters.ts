import type { LetterKind } from '../../schema/letters.ts';
import { addSeconds, dateIn } from '../../schema/time.ts';
import { eraseAt } from '../domain/subscription.ts';
import { subscriberById } from '../store/subscribers.ts';
import { noticesOfSubscription } from '../store/subscriptions.ts';
import type { SubscriptionRow } from '../store/tables.ts';
import { issueToken } from '../store/tokens.ts';
import type { DropReason, LetterScope, Preparation } from './context.ts';
import { type LetterBody, writeLetter } from './letter.ts';
import { subscriptionConfirm } from './letters/subscription-confirm.ts';
import { subscriptionEnded } from './letters/subscription-ended.ts';
import { subscriptionWelcome } from './letters/subscription-welcome.ts';
import { pageUrl, titleOf } from './places.ts';
import { type LetterLocale, letterLocale, wordsOf } from './words.ts';

const tenYears = 10 * 365 * 24 * 60 * 60;

/** What letters to a subscriber are written from. */
export interface LoadedSubscription {
	subscription: SubscriptionRow;
	email: string;
	locale: LetterLocale;
	/** Whether the subscription names the notice that was asked about. */
	named: boolean;
}

export const loadSubscription = async (
	{ trx, store }: LetterScope,
	id: string,
	notice = '',
): Promise<LoadedSubscription | { drop: DropReason }> => {
	const subscriber = await subscriberById(trx, store.vault, { id, notice });
	if (!subscriber) return { drop: 'NO_SUBJECT' };
	const { subscription, personal, named } = subscriber;
	if (!personal?.email) return { drop: 'NO_ADDRESS' };
	return { subscription, email: personal.email, locale: letterLocale(subscription.locale), named };
};

/** A link that ends a subscription, good for as long as anybody may keep the letter. */
export const leaveLink = async (scope: LetterScope, id: string, locale: LetterLocale): Promise<string> => {
	const { trx, now } = scope;
	const expiresAt = addSeconds(now, tenYears);
	const token = await issueToken(trx, { purpose: 'leave-subscription', subjectId: id, expiresAt });
	return pageUrl(scope, locale, `/subscribe/leave/${token}/`);
};

const noticesOf = async ({ trx, library }: LetterScope, { subscription, locale }: LoadedSubscription) => {
	const slugs = await noticesOfSubscription(trx, subscription.id);
	const notices = library.notices.filter(({ slug }) => slugs.includes(slug));
	return { titles: notices.map((notice) => titleOf(notice, locale)), zone: notices[0]?.zone ?? 'UTC' };
};

type SubscriptionLetterKind = Extract<LetterKind, `subscription-${string}`>;
type Notices = { titles: string[]; zone: string };

/** Null where there is nothing left to confirm. */
const confirmBody = async (
	scope: LetterScope,
	{ subscription, locale }: LoadedSubscription,
	{ titles, zone }: Notices,
): Promise<LetterBody | null> => {
	const { trx, now } = scope;
	const { id, status, confirmBy } = subscription;
	if (status !== 'PENDING' || confirmBy <= now) return null;
	const token = await issueToken(trx, { purpose: 'confirm-subscription', subjectId: id, expiresAt: confirmBy });
	const confirm = { url: pageUrl(scope, locale, `/subscribe/confirm/${token}/`), by: confirmBy };
	return subscriptionConfirm[locale]({ titles, confirm }, wordsOf(locale, zone));
};

const bodies: Record<
	SubscriptionLetterKind,
	(scope: LetterScope, loaded: LoadedSubscription, notices: Notices) => LetterBody | null | Promise<LetterBody | null>
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
export const prepareSubscriptionLetter = async (
	scope: LetterScope,
	kind: SubscriptionLetterKind,
	id: string,
): Promise<Preparation> => {
	const loaded = await loadSubscription(scope, id);
	if ('drop' in loaded) return loaded;
	const body = await bodies[kind](scope, loaded, await noticesOf(scope, loaded));
	if (!body) return { drop: 'NOT_NEEDED' };
	// Once ended there is nothing left to end.
	const leaveUrl = kind === 'subscription-ended' ? null : await leaveLink(scope, id, loaded.locale);
	const frame = { organisation: scope.library.organisation, notice: null, leaveUrl };
	return {
		ready: { to: loaded.email, locale: loaded.locale, ...writeLetter(loaded.locale, body, frame), leaveUrl },
	};
};
