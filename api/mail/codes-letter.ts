import { emailIndexOf, erase, readPersonal } from '../store/personal.ts';
import { receiptsByEmail } from '../store/receipts.ts';
import type { ReceiptRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { type CodesInput, codes } from './letters/codes.ts';
import { statusUrl } from './load-receipt.ts';
import { placeOf } from './places.ts';
import { letterLocale, wordsOf } from './words.ts';

type CodeLine = CodesInput['receipts'][number];

const lineOf = async (scope: LetterScope, receipt: ReceiptRow, locale: string): Promise<CodeLine | null> => {
	const { kind, receivedAt, personalId } = receipt;
	const personal = personalId ? await readPersonal(scope.trx, scope.store.vault, personalId) : null;
	if (!personal?.code) return null;
	const title = placeOf(scope, receipt.notice, receipt.version, locale)?.title ?? receipt.notice;
	return { code: personal.code, kind, receivedAt, title };
};

/** All codes of an address, in one letter; none where nothing was ever sent with it. */
export const prepareCodesLetter = async (scope: LetterScope, personalId: string): Promise<Preparation> => {
	const { trx, store, library } = scope;
	const asker = await readPersonal(trx, store.vault, personalId);
	const emailIndex = await emailIndexOf(trx, personalId);
	if (!asker?.email || !emailIndex) return { drop: 'NO_ADDRESS' };
	const receipts = await receiptsByEmail(trx, emailIndex);
	const newest = receipts.at(-1);
	if (!newest) return { drop: 'NO_SUBJECT' };
	const locale = letterLocale(newest.locale);
	const zone = library.notices.find(({ slug }) => slug === newest.notice)?.zone ?? 'UTC';
	const lines: CodeLine[] = [];
	for (const receipt of receipts) {
		const line = await lineOf(scope, receipt, locale);
		if (line) lines.push(line);
	}
	const input = {
		receipts: lines,
		requestStatusUrl: statusUrl(scope, locale, 'request'),
		objectionStatusUrl: statusUrl(scope, locale, 'objection'),
	};
	const frame = { organisation: library.organisation, notice: null, leaveUrl: null };
	const written = writeLetter(locale, codes[locale](input, wordsOf(locale, zone)), frame);
	return { ready: { to: asker.email, locale, ...written, leaveUrl: null } };
};

/** Whoever asked for codes, or to sign in, left an address for this one letter: afterwards it is erased, unless something else rests on it. Answers whether it was. */
export const forgetAsker = async (
	scope: { trx: WriteTx; now: LetterScope['now'] },
	personalId: string,
): Promise<boolean> => {
	const { trx, now } = scope;
	const receipt = await trx.selectFrom('receipt').select('id').where('personalId', '=', personalId).executeTakeFirst();
	const subscription = await trx
		.selectFrom('subscription')
		.select('id')
		.where('personalId', '=', personalId)
		.executeTakeFirst();
	return !receipt && !subscription && erase(trx, personalId, now);
};
