import type { LetterKind } from '../../schema/letters.ts';
import { objectionWindowAt, statusAt, type VersionStatus } from '../../schema/notice/timeline.ts';
import { addresseeById } from '../store/addressees.ts';
import type { LetterExtra } from '../store/outbox.ts';
import { readPersonal } from '../store/personal.ts';
import type { OutboxRow } from '../store/tables.ts';
import type { DropReason, LetterScope, Preparation } from './context.ts';
import { extractFor } from './extract.ts';
import { type LetterBody, writeLetter } from './letter.ts';
import { changeAnnounced } from './letters/change-announced.ts';
import { changeInForce } from './letters/change-in-force.ts';
import { changeWithdrawn } from './letters/change-withdrawn.ts';
import type { ChangeInput } from './letters/parts.ts';
import { frameOf, type Place, pageUrl, placeOf } from './places.ts';
import { leaveLink, loadSubscription } from './subscription-letters.ts';
import { type LetterLocale, letterLocale, wordsOf } from './words.ts';

const objectionOf = (scope: LetterScope, { version, edition }: Place): ChangeInput['objection'] => {
	const { now } = scope;
	const window = objectionWindowAt(version, now);
	if (!window || window.closesAt <= now) return null;
	const { opensAt, closesAt } = window;
	return {
		opensAt,
		closesAt,
		effect: edition.objectionEffect,
		url: pageUrl(scope, letterLocale(edition.locale), '/objections/'),
	};
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

/** Whom a letter goes to, and why. */
interface Reader {
	email: string;
	locale: LetterLocale;
	leaveUrl: string | null;
	/** In place of the letter's own reason. */
	why?: string;
}

const bodyOf = (scope: LetterScope, kind: ChangeLetterKind, place: Place, locale: LetterLocale): LetterBody => {
	const { version, noticeUrl, zone } = place;
	const [input, words] = [inputOf(scope, place), wordsOf(locale, zone)];
	if (kind === 'change-announced') return changeAnnounced[locale](input, words);
	if (kind === 'change-in-force') return changeInForce[locale](input, words);
	return changeWithdrawn[locale]({ ...input, withdrawnAt: version.withdrawnAt ?? scope.now, noticeUrl }, words);
};

const takenOver = {
	en: 'you asked us to tell you of changes to a notice that takes over a part of this one, so that the change holds there too.',
	es: 'usted nos pidió que le avisáramos de los cambios en un aviso que hace suya una parte de este, de modo que el cambio vale también allí.',
} as const satisfies Record<LetterLocale, string>;

const subscriber = (scope: LetterScope, id: string, notice: string): Reader | { drop: DropReason } => {
	const loaded = loadSubscription(scope, id);
	if ('drop' in loaded) return loaded;
	if (loaded.subscription.status !== 'CONFIRMED') return { drop: 'NOT_NEEDED' };
	const { email, locale, notices } = loaded;
	const why = notices.includes(notice) ? {} : { why: takenOver[locale] };
	return { email, locale, leaveUrl: leaveLink(scope, id, locale), ...why };
};

const affected = {
	en: 'the notice covers data about you, and whoever it covers is told of a change like this one, once.',
	es: 'el aviso se refiere a datos suyos, y a quienes se refiere se les avisa de un cambio así, una sola vez.',
} as const satisfies Record<LetterLocale, string>;

const addressee = async ({ trx, store }: LetterScope, id: string): Promise<Reader | { drop: DropReason }> => {
	const row = await addresseeById(trx, id);
	if (!row) return { drop: 'NO_SUBJECT' };
	const personal = await readPersonal(trx, store.vault, row.personalId);
	if (!personal?.email) return { drop: 'NO_ADDRESS' };
	const locale = letterLocale(row.locale);
	return { email: personal.email, locale, leaveUrl: null, why: affected[locale] };
};

interface Change {
	place: Place;
	body: LetterBody;
}

const writeChange = (
	scope: LetterScope,
	kind: ChangeLetterKind,
	{ notice = '', version = '' }: LetterExtra,
	locale: LetterLocale,
): Change | { drop: DropReason } => {
	const place = placeOf(scope, notice, version, locale);
	if (!place) return { drop: 'UNKNOWN_VERSION' };
	if (statusAt(place.notice, place.version, scope.now) !== trueWhile[kind]) return { drop: 'NOT_NEEDED' };
	return { place, body: bodyOf(scope, kind, place, locale) };
};

/** What the letters that are written together say alike. */
const known = new WeakMap<LetterScope, Map<string, ReturnType<typeof writeChange>>>();

const changeFor = (scope: LetterScope, kind: ChangeLetterKind, extra: LetterExtra, locale: LetterLocale) => {
	const changes = known.get(scope) ?? new Map<string, ReturnType<typeof writeChange>>();
	known.set(scope, changes);
	const name = `${kind} ${extra.notice} ${extra.version} ${locale}`;
	const change = changes.get(name) ?? writeChange(scope, kind, extra, locale);
	changes.set(name, change);
	return change;
};

/** A letter about a version, to somebody who subscribed or whom it affects. */
export const prepareChangeLetter = async (
	scope: LetterScope,
	kind: ChangeLetterKind,
	{ subjectKind, subjectId }: Pick<OutboxRow, 'subjectKind' | 'subjectId'>,
	extra: LetterExtra,
): Promise<Preparation> => {
	const reader =
		subjectKind === 'addressee' ? await addressee(scope, subjectId) : subscriber(scope, subjectId, extra.notice ?? '');
	if ('drop' in reader) return reader;
	const { email, locale, leaveUrl, why } = reader;
	const change = changeFor(scope, kind, extra, locale);
	if ('drop' in change) return change;
	const { place, body } = change;
	const written = writeLetter(locale, { ...body, ...(why && { why }) }, frameOf(scope.library, place, leaveUrl));
	return { ready: { to: email, locale, ...written, leaveUrl } };
};
