import type { LetterKind } from '../../schema/letters.ts';
import { readDecided } from '../../schema/request/decision.ts';
import { messageLinkDays } from '../../schema/request/message.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import type { LetterExtra } from '../store/outbox.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { LetterScope, Preparation } from './context.ts';
import { deniedBody } from './denied-letters.ts';
import { type Letter, type LetterBody, writeLetter } from './letter.ts';
import type { AnswerLink } from './letters/parts.ts';
import { type RequestAnsweredInput, requestAnswered } from './letters/request-answered.ts';
import { requestAsCategories } from './letters/request-as-categories.ts';
import { requestAsked } from './letters/request-asked.ts';
import { requestConfirmed } from './letters/request-confirmed.ts';
import { requestContested } from './letters/request-contested.ts';
import { requestDuplicate } from './letters/request-duplicate.ts';
import { requestExtended } from './letters/request-extended.ts';
import { requestFee } from './letters/request-fee.ts';
import { requestLapsed } from './letters/request-lapsed.ts';
import { requestLimit } from './letters/request-limit.ts';
import { requestMessage } from './letters/request-message.ts';
import { requestMessagesLink } from './letters/request-messages-link.ts';
import { requestPartly } from './letters/request-partly.ts';
import { requestReceipt } from './letters/request-receipt.ts';
import { requestRefused } from './letters/request-refused.ts';
import { requestReopened } from './letters/request-reopened.ts';
import { requestWithdrawn } from './letters/request-withdrawn.ts';
import { issueToken } from './link-token.ts';
import { loadReceipt } from './load-receipt.ts';
import { type LoadedRequests as Loaded, saidInput } from './loaded-requests.ts';
import { frameOf, pageUrl } from './places.ts';

const latest = (instants: readonly Instant[]) => instants.toSorted().at(-1) ?? null;

/** One link confirms all requests of a receipt, as long as any of them can still be confirmed. */
const confirmLink = (scope: LetterScope, { receipt, requests, locale }: Loaded) => {
	const { now } = scope;
	const awaiting = requests.filter(({ status }) => status === 'AWAITING_CONFIRMATION');
	const by = latest(awaiting.map(({ confirmBy }) => confirmBy).filter((it) => it !== null && it > now) as Instant[]);
	if (by === null) return null;
	const token = issueToken(scope, { purpose: 'confirm-request', subjectId: receipt.id, expiresAt: by });
	return { url: pageUrl(scope, locale, `/requests/confirm/${token}/`), by };
};

const receiptBody = (scope: LetterScope, loaded: Loaded): LetterBody => {
	const { locale, words, input, requests } = loaded;
	return requestReceipt[locale]({ ...input, requests, confirm: confirmLink(scope, loaded) }, words);
};

/** Null where the request that ran into the limit is not among those the letter is about. */
const limitBody = ({ locale, words, input, requests }: Loaded): LetterBody | null => {
	const limited = requests.filter(({ reason }) => reason === 'ACCESS_LIMIT');
	const [first] = limited;
	const { accessLimitCount: count, accessLimitMonths: months, nextOn } = first ?? {};
	if (!count || !months || !nextOn) return null;
	return requestLimit[locale]({ ...input, requests: limited, limit: { count, months }, nextOn }, words);
};

/** Null where no request among those the letter is about was put off. */
const extendedBody = (loaded: Loaded): LetterBody | null => {
	const requests = loaded.requests.filter(({ extensionReason }) => extensionReason !== null);
	const reason = requests[0]?.extensionReason;
	const input = saidInput({ ...loaded, requests }, 'request-extended');
	return reason ? requestExtended[loaded.locale]({ ...input, reason }, loaded.words) : null;
};

/** A fresh link to the messages about one request, where letters go by mail. */
const messagesLink = (scope: LetterScope, { personal, requests: [request], locale }: Loaded): AnswerLink | null => {
	if (!request || !personal.email) return null;
	const until = addSeconds(scope.now, messageLinkDays * 24 * 3600);
	const token = issueToken(scope, { purpose: 'messages', subjectId: request.id, expiresAt: until });
	return { url: pageUrl(scope, locale, `/requests/messages/${token}/`), until };
};

const askedBody = (scope: LetterScope, loaded: Loaded): LetterBody | null => {
	const question = loaded.requests[0]?.question;
	const input = { ...saidInput(loaded, 'request-asked'), link: messagesLink(scope, loaded) };
	return question ? requestAsked[loaded.locale]({ ...input, question }, loaded.words) : null;
};

const messageBody = (scope: LetterScope, loaded: Loaded): LetterBody | null => {
	const { text } = loaded.personal.messages?.[loaded.messageId ?? ''] ?? {};
	if (text === undefined) return null;
	const { input, requests, words } = loaded;
	const link = messagesLink(scope, loaded);
	return requestMessage[loaded.locale]({ ...input, requests, messages: [text], link }, words);
};

const messagesLinkBody = (scope: LetterScope, loaded: Loaded): LetterBody | null => {
	const { input, requests, words } = loaded;
	const link = messagesLink(scope, loaded);
	return link && requestMessagesLink[loaded.locale]({ ...input, requests, link }, words);
};

const feeBody = (loaded: Loaded): LetterBody | null => {
	const [fee] = loaded.requests.map((request) => readDecided(request).fee);
	const input = saidInput(loaded, 'request-fee');
	return fee ? requestFee[loaded.locale]({ ...input, fee }, loaded.words) : null;
};

const contestedBody = (loaded: Loaded): LetterBody => {
	const contested = loaded.requests.flatMap((request) =>
		readDecided(request).contested.map((item) => ({
			item,
			statement: loaded.personal.statements?.[request.id]?.[item] ?? null,
		})),
	);
	return requestContested[loaded.locale]({ ...saidInput(loaded, 'request-contested'), contested }, loaded.words);
};

type RequestLetterKind = Extract<LetterKind, `request-${string}`>;
type Body = LetterBody | null | Promise<LetterBody | null>;

/** A letter that says which rights it is about, and what staff wrote. */
const plainBody =
	(kind: RequestLetterKind, letter: Letter<RequestAnsweredInput>) =>
	(_: LetterScope, loaded: Loaded): LetterBody =>
		letter[loaded.locale](saidInput(loaded, kind), loaded.words);

const bodies: Record<RequestLetterKind, (scope: LetterScope, loaded: Loaded) => Body> = {
	'request-receipt': receiptBody,
	'request-confirmed': plainBody('request-confirmed', requestConfirmed),
	'request-as-categories': plainBody('request-as-categories', requestAsCategories),
	'request-asked': askedBody,
	'request-message': messageBody,
	'request-messages-link': messagesLinkBody,
	'request-fee': (_, loaded) => feeBody(loaded),
	'request-extended': (_, loaded) => extendedBody(loaded),
	'request-answered': plainBody('request-answered', requestAnswered),
	'request-partly': deniedBody('request-partly', requestPartly),
	'request-refused': deniedBody('request-refused', requestRefused),
	'request-duplicate': plainBody('request-duplicate', requestDuplicate),
	'request-reopened': plainBody('request-reopened', requestReopened),
	'request-contested': (_, loaded) => contestedBody(loaded),
	'request-limit': (_, loaded) => limitBody(loaded),
	'request-withdrawn': plainBody('request-withdrawn', requestWithdrawn),
	'request-lapsed': plainBody('request-lapsed', requestLapsed),
};

/** A letter about some of a receipt's requests: those named in `extra`, or all of them. */
export const prepareRequestLetter = async (
	scope: LetterScope,
	kind: RequestLetterKind,
	receiptId: string,
	{ requestIds, messageId }: LetterExtra,
): Promise<Preparation> => {
	const loaded = await loadReceipt(scope, receiptId);
	if ('drop' in loaded) return loaded;
	const all = await requestsByReceipt(scope.trx, receiptId);
	const requests = requestIds ? all.filter(({ id }) => requestIds.includes(id)) : all;
	if (requests.length === 0) return { drop: 'NO_SUBJECT' };
	const body = await bodies[kind](scope, { ...loaded, requests, messageId });
	if (!body) return { drop: 'NOT_NEEDED' };
	const { locale, to, place } = loaded;
	const written = writeLetter(locale, body, frameOf(scope.library, place));
	return { ready: { to, locale, ...written, leaveUrl: null } };
};
