import type { LetterKind } from '../../schema/letters.ts';
import type { Instant } from '../../schema/time.ts';
import type { LetterExtra } from '../store/outbox.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { issueToken } from '../store/tokens.ts';
import type { LetterScope, Preparation } from './context.ts';
import { type LetterBody, writeLetter } from './letter.ts';
import { requestAnswered } from './letters/request-answered.ts';
import { requestConfirmed } from './letters/request-confirmed.ts';
import { requestExtended } from './letters/request-extended.ts';
import { requestLapsed } from './letters/request-lapsed.ts';
import { requestLimit } from './letters/request-limit.ts';
import { requestReceipt } from './letters/request-receipt.ts';
import { requestRefused } from './letters/request-refused.ts';
import { requestWithdrawn } from './letters/request-withdrawn.ts';
import { type LoadedReceipt, loadReceipt } from './load-receipt.ts';
import { frameOf } from './places.ts';

interface Loaded extends LoadedReceipt {
	requests: readonly RequestRow[];
}

const latest = (instants: readonly Instant[]) => instants.toSorted().at(-1) ?? null;

/** One link confirms all requests of a receipt, as long as any of them can still be confirmed. */
const confirmLink = async ({ trx, publicUrl, now }: LetterScope, { receipt, requests }: Loaded) => {
	const awaiting = requests.filter(({ status }) => status === 'AWAITING_CONFIRMATION');
	const by = latest(awaiting.map(({ confirmBy }) => confirmBy).filter((it) => it !== null && it > now) as Instant[]);
	if (by === null) return null;
	const token = await issueToken(trx, { purpose: 'confirm-request', subjectId: receipt.id, expiresAt: by });
	return { url: `${publicUrl}/requests/confirm/${token}/`, by };
};

const messagesOf = ({ personal, requests }: Loaded) =>
	requests.map(({ id }) => personal.answers?.[id]?.message).filter((message) => message !== undefined);

const receiptBody = async (scope: LetterScope, loaded: Loaded): Promise<LetterBody> => {
	const { locale, words, input, requests } = loaded;
	return requestReceipt[locale]({ ...input, requests, confirm: await confirmLink(scope, loaded) }, words);
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
const extendedBody = ({ locale, words, input, requests, personal }: Loaded): LetterBody | null => {
	const extended = requests.filter(({ extensionReason }) => extensionReason !== null);
	const reason = extended[0]?.extensionReason;
	const messages = extended.map(({ id }) => personal.extensions?.[id]).filter((message) => message !== undefined);
	return reason ? requestExtended[locale]({ ...input, requests: extended, reason, messages }, words) : null;
};

type RequestLetterKind = Extract<LetterKind, `request-${string}`>;
type Body = LetterBody | null | Promise<LetterBody | null>;

const bodies: Record<RequestLetterKind, (scope: LetterScope, loaded: Loaded) => Body> = {
	'request-receipt': receiptBody,
	'request-confirmed': (_, { locale, words, input, requests }) =>
		requestConfirmed[locale]({ ...input, requests }, words),
	'request-extended': (_, loaded) => extendedBody(loaded),
	'request-answered': (_, loaded) =>
		requestAnswered[loaded.locale](
			{ ...loaded.input, requests: loaded.requests, messages: messagesOf(loaded) },
			loaded.words,
		),
	'request-refused': (_, loaded) =>
		requestRefused[loaded.locale](
			{ ...loaded.input, requests: loaded.requests, messages: messagesOf(loaded) },
			loaded.words,
		),
	'request-limit': (_, loaded) => limitBody(loaded),
	'request-withdrawn': (_, { locale, words, input, requests }) =>
		requestWithdrawn[locale]({ ...input, requests }, words),
	'request-lapsed': (_, { locale, words, input, requests }) => requestLapsed[locale]({ ...input, requests }, words),
};

/** A letter about some of a receipt's requests: those named in `extra`, or all of them. */
export const prepareRequestLetter = async (
	scope: LetterScope,
	kind: RequestLetterKind,
	receiptId: string,
	{ requestIds }: LetterExtra,
): Promise<Preparation> => {
	const loaded = await loadReceipt(scope, receiptId);
	if ('drop' in loaded) return loaded;
	const all = await requestsByReceipt(scope.trx, receiptId);
	const requests = requestIds ? all.filter(({ id }) => requestIds.includes(id)) : all;
	if (requests.length === 0) return { drop: 'NO_SUBJECT' };
	const body = await bodies[kind](scope, { ...loaded, requests });
	if (!body) return { drop: 'NOT_NEEDED' };
	const { locale, personal, place } = loaded;
	const written = writeLetter(locale, body, frameOf(scope.library, place));
	return { ready: { to: personal.email, locale, ...written, leaveUrl: null } };
};
