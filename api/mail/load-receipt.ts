import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import type { ReceiptRow } from '../store/tables.ts';
import type { PersonalData } from '../store/vault.ts';
import type { DropReason, LetterScope } from './context.ts';
import type { ReceiptInput } from './letters/parts.ts';
import { type Place, pageUrl, placeOf } from './places.ts';
import { type LetterLocale, letterLocale, type Words, wordsOf } from './words.ts';

/** What every letter about a receipt is written from. */
export interface LoadedReceipt {
	receipt: ReceiptRow;
	personal: PersonalData;
	/** The e-mail address, or the postal one. */
	to: string;
	place: Place;
	locale: LetterLocale;
	words: Words;
	input: ReceiptInput;
}

const statusPages = { request: '/requests/status/', objection: '/objections/status/' } as const;

/** The page on which a receipt code shows how things stand. */
export const statusUrl = (scope: LetterScope, locale: LetterLocale, kind: ReceiptRow['kind']): string =>
	pageUrl(scope, locale, statusPages[kind]);

export const loadReceipt = async (scope: LetterScope, id: string): Promise<LoadedReceipt | { drop: DropReason }> => {
	const receipt = await receiptById(scope.trx, id);
	if (!receipt) return { drop: 'NO_SUBJECT' };
	const personal = receipt.personalId ? await readPersonal(scope.trx, scope.store.vault, receipt.personalId) : null;
	const to = personal?.email ?? personal?.post;
	if (!personal?.code || !to) return { drop: 'NO_ADDRESS' };
	const locale = letterLocale(receipt.locale);
	const place = placeOf(scope, receipt.notice, receipt.version, locale);
	if (!place) return { drop: 'UNKNOWN_VERSION' };
	return {
		receipt,
		personal,
		to,
		place,
		locale,
		words: wordsOf(locale, place.zone),
		input: {
			code: personal.code,
			statusUrl: statusUrl(scope, locale, receipt.kind),
			receivedAt: receipt.receivedAt,
			title: place.title,
		},
	};
};
