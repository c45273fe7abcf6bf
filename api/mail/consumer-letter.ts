import type { LetterExtra } from '../store/outbox.ts';
import { readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { LetterScope, Preparation } from './context.ts';
import { writeLetter } from './letter.ts';
import { consumerAsked } from './letters/consumer-asked.ts';
import { issueToken } from './link-token.ts';
import { frameOf, pageUrl, placeOf } from './places.ts';
import { letterLocale, wordsOf } from './words.ts';

/** The letter that asks the person acted for whether the agent may act; none where that is settled meanwhile. */
export const prepareConsumerLetter = async (
	scope: LetterScope,
	receiptId: string,
	{ requestIds = [], locale: asked }: LetterExtra,
): Promise<Preparation> => {
	const { trx, now, library, store } = scope;
	const receipt = await receiptById(trx, receiptId);
	const request = (await requestsByReceipt(trx, receiptId)).find(({ id }) => requestIds.includes(id));
	if (!receipt || !request) return { drop: 'NO_SUBJECT' };
	const { consumerAskedUntil: until, status, right } = request;
	if (!until || until <= now || status !== 'IN_PROGRESS') return { drop: 'NOT_NEEDED' };
	const personal = receipt.personalId ? await readPersonal(trx, store.vault, receipt.personalId) : null;
	const { onBehalfOfEmail: to, onBehalfOf: person = null, name, email } = personal ?? {};
	const agent = name ?? email;
	if (!to || !agent) return { drop: 'NO_ADDRESS' };
	const locale = letterLocale(asked ?? receipt.locale);
	const place = placeOf(scope, receipt.notice, receipt.version, locale);
	if (!place) return { drop: 'UNKNOWN_VERSION' };
	const token = issueToken(scope, { purpose: 'answer-about-agent', subjectId: request.id, expiresAt: until });
	const url = pageUrl(scope, locale, `/requests/agent/${token}/`);
	const { receivedAt } = receipt;
	const body = consumerAsked[locale](
		{ agent, person, right, receivedAt, title: place.title, url, until },
		wordsOf(locale, place.zone),
	);
	return { ready: { to, locale, ...writeLetter(locale, body, frameOf(library, place)), leaveUrl: null } };
};
