import { statusAt } from '../../schema/notice/timeline.ts';
import { digestOf } from '../store/audience.ts';
import type { LetterExtra } from '../store/outbox.ts';
import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { changeDigest, type DigestChange } from './letters/change-digest.ts';
import { type Place, placeOf } from './places.ts';
import { type LoadedSubscription, leaveLink, loadSubscription } from './subscription-letters.ts';
import { wordsOf } from './words.ts';

/** The versions that a digest tells of, each once, as they stand now: what was taken back or overtaken is left out. */
const changesOfDigest = async (
	scope: LetterScope,
	{ subscription, locale }: LoadedSubscription,
	{ digestAt }: LetterExtra,
): Promise<{ place: Place; change: DigestChange }[]> => {
	const told = digestAt ? await digestOf(scope.trx, subscription.id, digestAt) : [];
	const versions = [...new Map(told.map((row) => [`${row.notice}/${row.version}`, row])).values()];
	return versions.flatMap(({ notice, version }) => {
		const place = placeOf(scope, notice, version, locale);
		const status = place && statusAt(place.notice, place.version, scope.now);
		if (!place || (status !== 'ANNOUNCED' && status !== 'IN_FORCE')) return [];
		const { title, edition, compareUrl, url } = place;
		const { id, effectiveAt } = place.version;
		const change = { title, version: id, summary: edition.summary, effectiveAt, url: compareUrl ?? url };
		return [{ place, change: { ...change, isInForce: status === 'IN_FORCE' } }];
	});
};

/** A letter to a subscriber about everything since the last one. */
export const prepareDigest = async (
	scope: LetterScope,
	subscriptionId: string,
	extra: LetterExtra,
): Promise<Preparation> => {
	const loaded = loadSubscription(scope, subscriptionId);
	if ('drop' in loaded) return loaded;
	const { subscription, email, locale } = loaded;
	const found = subscription.status === 'CONFIRMED' ? await changesOfDigest(scope, loaded, extra) : [];
	const [first] = found;
	if (!first) return { drop: 'NOT_NEEDED' };
	const frequency = subscription.frequency === 'WEEKLY' ? 'WEEKLY' : 'DAILY';
	const input = { changes: found.map(({ change }) => change), frequency } as const;
	const body = changeDigest[locale](input, wordsOf(locale, first.place.zone));
	const leaveUrl = leaveLink(scope, subscriptionId, locale);
	const frame = { organisation: scope.library.organisation, notice: null, leaveUrl };
	return { ready: { to: email, locale, ...writeLetter(locale, body, frame), leaveUrl } };
};
