import type { LetterKind } from '../../schema/letters.ts';
import { objectionWindowAt, statusAt } from '../../schema/notice/timeline.ts';
import type { LetterExtra } from '../store/outbox.ts';
import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { changeAnnounced } from './letters/change-announced.ts';
import { changeInForce } from './letters/change-in-force.ts';
import type { ChangeInput } from './letters/parts.ts';
import { frameOf, type Place, placeOf } from './places.ts';
import { leaveLink, loadSubscription } from './subscription-letters.ts';
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
	effectiveAt: place.version.effectiveAt,
	url: place.url,
	compareUrl: place.compareUrl,
	objection: objectionOf(scope, place),
});

type ChangeLetterKind = Extract<LetterKind, `change-${string}`>;

const letters = { 'change-announced': changeAnnounced, 'change-in-force': changeInForce } as const;

/** Taken back, or overtaken by its own effective date: a letter that waited may have become untrue. */
const isStillTrue = (kind: ChangeLetterKind, { now }: LetterScope, { notice, version }: Place) => {
	const status = statusAt(notice, version, now);
	return kind === 'change-announced' ? status === 'ANNOUNCED' : status === 'IN_FORCE';
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
	if (!isStillTrue(kind, scope, place)) return { drop: 'NOT_NEEDED' };
	const body = letters[kind][locale](inputOf(scope, place), wordsOf(locale, place.zone));
	const leaveUrl = await leaveLink(scope, subscriptionId);
	return {
		ready: { to: email, locale, ...writeLetter(locale, body, frameOf(scope.library, place, leaveUrl)), leaveUrl },
	};
};
