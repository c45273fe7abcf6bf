import type { LetterExtra } from '../store/outbox.ts';
import { packageById } from '../store/packages.ts';
import { requestsByReceipt } from '../store/requests.ts';

import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { packageReady } from './letters/package-ready.ts';
import { issueToken } from './link-token.ts';
import { loadReceipt } from './load-receipt.ts';
import { frameOf, pageUrl } from './places.ts';

/** The letter with the link to a package; none where the package has ended meanwhile. */
export const preparePackageLetter = async (
	scope: LetterScope,
	receiptId: string,
	{ packageId = '' }: LetterExtra,
): Promise<Preparation> => {
	const { trx, now, library } = scope;
	const found = await packageById(trx, packageId);
	if (found?.status !== 'READY' || found.expiresAt <= now) return { drop: 'NOT_NEEDED' };
	const loaded = await loadReceipt(scope, receiptId);
	if ('drop' in loaded) return loaded;
	if (!loaded.personal.email) return { drop: 'NO_ADDRESS' };
	const { locale, words, input, to, place } = loaded;
	const requests = (await requestsByReceipt(trx, receiptId)).filter(({ id }) => id === found.requestId);
	const { expiresAt } = found;
	const token = issueToken(scope, { purpose: 'read-answer', subjectId: found.id, expiresAt });
	const url = pageUrl(scope, locale, `/requests/answer/${token}/`);
	const body = packageReady[locale]({ ...input, requests, url, expiresAt }, words);
	const written = writeLetter(locale, body, frameOf(library, place));
	return { ready: { to, locale, ...written, leaveUrl: null } };
};
