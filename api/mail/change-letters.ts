import type { LetterKind } from '../../schema/letters.ts';
import { objectionWindowAt, statusAt, type VersionStatus } from '../../schema/notice/timeline.ts';
import type { LetterExtra } from '../store/outbox.ts';
import type { LetterScope, Preparation } from './context.ts';
import { extractFor } from './extract.ts';
import { type LetterBody, writeLetter } from './letter.ts';
import { changeAnnounced } from './letters/change-announced.ts';
import { changeInForce } from './letters/change-in-force.ts';
import { changeWithdrawn } from './letters/change-withdrawn.ts';
import type { ChangeInput } from './letters/parts.ts';
import { frameOf, type Place, placeOf } from './places.ts';
import { type LoadedSubscription, leaveLink, loadSubscription } from './subscription-letters.ts';
import { wordsOf } from './words.ts';

const objectionOf = ({ now, publicUrl }: LetterScope, { version, edition }: Place): ChangeInput['objection'] => {
	const window = objectionWindowAt(version, now);
	if (!window || window.closesAt <= now) return null;
	const { opensAt, closesAt } = window;
	return { opensAt, closesAt, effect: edition.objectionEffect, url: `${publicUrl}/objections/` };
};

const inputOf = (scope: LetterScope, place: Place): ChangeInput => ({
	title: place.title,
	version: place.version.id,
	summary: place.edition.summary,
	changes: place.edition.changes.map(({ summary }) => summary),
	extract: extractFor(place),
	effectiveAt: place.version.effectiveAt,
	url: place.url,
	compareUrl: place.compareUrl,
	objection: objectionOf(scope, place),
});

type ChangeLetterKind = Exclude<Extract<LetterKind, `change-${string}`>, 'change-digest'>;

/** What each letter says is true only while the version stands so: one that waited may have become untrue. */
const trueWhile = {
	'change-announced': 'ANNOUNCED',
	'change-in-force': 'IN_FORCE',
	'change-withdrawn': 'WITHDRAWN',
} as const satisfies Record<ChangeLetterKind, VersionStatus>;

const bodyOf = (
	scope: LetterScope,
	kind: ChangeLetterKind,
	place: Place,
	{ locale }: LoadedSubscription,
): LetterBody => {
	const { version, noticeUrl, zone } = place;
	const [input, words] = [inputOf(scope, place), wordsOf(locale, zone)];
	if (kind === 'change-announced') return changeAnnounced[locale](input, words);
	if (kind === 'change-in-force') return changeInForce[locale](input, words);
	return changeWithdrawn[locale]({ ...input, withdrawnAt: version.withdrawnAt ?? scope.now, noticeUrl }, words);
};

/** A letter to a subscriber about a version. */
export const prepareChangeLetter = async (
	scope: LetterScope,
	kind: ChangeLetterKind,
	subscriptionId: string,
	extra: LetterExtra,
): Promise<Preparation> => {
	const loaded = await loadSubscription(scope, subscriptionId);
	if ('drop' in loaded) return loaded;
	const { subscription, email, locale } = loaded;
	if (subscription.status !== 'CONFIRMED') return { drop: 'NOT_NEEDED' };
	const place = placeOf(scope, extra.notice ?? '', extra.version ?? '', locale);
	if (!place) return { drop: 'UNKNOWN_VERSION' };
	if (statusAt(place.notice, place.version, scope.now) !== trueWhile[kind]) return { drop: 'NOT_NEEDED' };
	const leaveUrl = await leaveLink(scope, subscriptionId);
	const written = writeLetter(locale, bodyOf(scope, kind, place, loaded), frameOf(scope.library, place, leaveUrl));
	return { ready: { to: email, locale, ...written, leaveUrl } };
};
