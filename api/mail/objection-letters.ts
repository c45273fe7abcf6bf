import type { LetterKind } from '../../schema/letters.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import { objectionById } from '../store/objections.ts';
import type { ObjectionRow } from '../store/tables.ts';
import type { LetterScope, Preparation } from './context.ts';
import { type Letter, type LetterBody, writeLetter } from './letter.ts';
import { objectionConfirm } from './letters/objection-confirm.ts';
import { objectionCounted } from './letters/objection-counted.ts';
import { objectionDecided } from './letters/objection-decided.ts';
import { objectionLapsed } from './letters/objection-lapsed.ts';
import { objectionOvertaken } from './letters/objection-overtaken.ts';
import { objectionWithdrawn } from './letters/objection-withdrawn.ts';
import type { ObjectionInput } from './letters/parts.ts';
import { issueToken } from './link-token.ts';
import { type LoadedReceipt, loadReceipt } from './load-receipt.ts';
import { frameOf, pageUrl } from './places.ts';

type ObjectionLetterKind = Extract<LetterKind, `objection-${string}`>;

const inputOf = ({ input, place }: LoadedReceipt): ObjectionInput => ({
	...input,
	version: place.version.id,
	effectiveAt: place.version.effectiveAt,
	effect: place.edition.objectionEffect,
});

/** Null where there is nothing left to confirm. */
const confirmBody = (scope: LetterScope, objection: ObjectionRow, loaded: LoadedReceipt): LetterBody | null => {
	const { now } = scope;
	const { id, status, confirmBy } = objection;
	if (status !== 'AWAITING_CONFIRMATION' || confirmBy <= now) return null;
	const token = issueToken(scope, { purpose: 'confirm-objection', subjectId: id, expiresAt: confirmBy });
	const confirm = { url: pageUrl(scope, loaded.locale, `/objections/confirm/${token}/`), by: confirmBy };
	return objectionConfirm[loaded.locale]({ ...inputOf(loaded), confirm }, loaded.words);
};

/** Null where the words of the decision are no longer kept. */
const decidedBody = (_: LetterScope, { id, decision }: ObjectionRow, loaded: LoadedReceipt): LetterBody | null => {
	const message = loaded.personal.said?.[id]?.['objection-decided'];
	if (!decision || !message) return null;
	return objectionDecided[loaded.locale]({ ...inputOf(loaded), decision, message }, loaded.words);
};

/** Null where the version is withdrawn: a letter says that instead. */
const countedBody = ({ now }: LetterScope, _: ObjectionRow, loaded: LoadedReceipt): LetterBody | null => {
	const { notice, version } = loaded.place;
	if (statusAt(notice, version, now) === 'WITHDRAWN') return null;
	return objectionCounted[loaded.locale](inputOf(loaded), loaded.words);
};

type Body = (scope: LetterScope, objection: ObjectionRow, loaded: LoadedReceipt) => LetterBody | null;

const always =
	(letter: Letter<ObjectionInput>): Body =>
	(_, __, loaded) =>
		letter[loaded.locale](inputOf(loaded), loaded.words);

const bodies: Record<ObjectionLetterKind, Body> = {
	'objection-confirm': confirmBody,
	'objection-counted': countedBody,
	'objection-decided': decidedBody,
	'objection-withdrawn': always(objectionWithdrawn),
	'objection-overtaken': always(objectionOvertaken),
	'objection-lapsed': always(objectionLapsed),
};

/** A letter about one objection. */
export const prepareObjectionLetter = async (
	scope: LetterScope,
	kind: ObjectionLetterKind,
	id: string,
): Promise<Preparation> => {
	const objection = await objectionById(scope.trx, id);
	if (!objection) return { drop: 'NO_SUBJECT' };
	const loaded = await loadReceipt(scope, objection.receiptId);
	if ('drop' in loaded) return loaded;
	const { locale, place, to } = loaded;
	const body = bodies[kind](scope, objection, loaded);
	if (!body) return { drop: 'NOT_NEEDED' };
	const written = writeLetter(locale, body, frameOf(scope.library, place));
	return { ready: { to, locale, ...written, leaveUrl: null } };
};
