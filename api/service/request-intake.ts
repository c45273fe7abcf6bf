import { randomBytes, randomUUID } from 'node:crypto';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import { usualRegime } from '../../schema/regimes/regimes.ts';
import type { RecordRightsRequest } from '../../schema/request/desk.ts';
import { correctionsIn } from '../../schema/request/submission.ts';
import type { IntakeManner } from '../../schema/request/vocabulary.ts';
import { dateIn, type Instant, type PlainDate, startOfDay } from '../../schema/time.ts';
import { decideSubmission } from '../domain/submission.ts';
import { insertAdditions } from '../store/additions.ts';
import type { WriteTx } from '../store/transactions.ts';
import { accessOf } from './counted-access.ts';
import type { Caller } from './environment.ts';
import { type Governing, governing } from './governing.ts';
import { beginAll, goOn, type RightsReceipt, termsOf } from './request-keep.ts';
import { done, type Result, refused } from './result.ts';

/** Of a day on which something came, only that of today has an hour; any other counts from its first instant. */
const arrivalOf = (receivedOn: PlainDate, now: Instant): Instant =>
	receivedOn === dateIn(now, usualRegime.zone) ? now : startOfDay(receivedOn, usualRegime.zone);

const governingThen = (
	caller: Caller,
	{ population }: Pick<RecordRightsRequest, 'population'>,
	then: Instant,
): Result<Governing> => {
	const found = governing({ ...caller, now: then }, population);
	if (!found.ok) return found;
	return 'referTo' in found.value ? refused('REFERRED', ['population']) : done(found.value);
};

/** What a list of cases from elsewhere does not say. */
type OfForms = 'period' | 'correction' | 'corrections' | 'post';

/** What reached us otherwise than by the form, whoever enters it. */
type Entered = Omit<RecordRightsRequest, 'manner' | OfForms> &
	Partial<Pick<RecordRightsRequest, OfForms>> & { manner: IntakeManner };

interface Entering {
	code: ReceiptCode;
	/** Whether nobody is written to. */
	silent?: boolean;
}

/** Records an arrival in a transaction, under the version that was in force when it came; nothing is confirmed by a link. */
export const recordArrival = async (
	trx: WriteTx,
	caller: Caller,
	input: Entered,
	{ code, silent = false }: Entering,
): Promise<Result<RightsReceipt>> => {
	const { manner, receivedOn, ...given } = input;
	const requester = input.requester ?? 'SELF';
	const asked = { ...given, requester };
	const receivedAt = arrivalOf(receivedOn, caller.now);
	const found = governingThen(caller, input, receivedAt);
	if (!found.ok) return found;
	const terms = termsOf(found.value);
	if (!terms) return refused('RIGHT_NOT_OFFERED', ['rights']);
	const countedAccess = input.email ? await accessOf(trx, caller.store.vault.emailIndex(input.email)) : [];
	const id = randomUUID();
	const byPost = input.email === undefined && input.post !== undefined;
	const itemCount = correctionsIn(input).length;
	const { rights, period, sinceOn } = asked;
	const arrival = { requester, manner, receivedAt, byPost, period, sinceOn, itemCount, countedAccess };
	const decision = decideSubmission(
		{ id, rights, hasAddress: byPost || input.email !== undefined, ...arrival },
		terms,
		caller,
	);
	if (!decision.ok) return decision;
	// The browser is that of staff, whose own choices are not concerned.
	const behind = { ...caller, browser: null, signal: false };
	const { requests } = decision;
	const submission = { caller: behind, input: asked, id, code, governing: found.value, receivedAt, requests };
	const begun = beginAll(submission, caller.now);
	await insertAdditions(trx, silent ? begun.additions.map((it) => ({ ...it, outbox: [] })) : begun.additions);
	await goOn(trx, begun);
	return done(begun.receipt);
};

/** Records what reached staff by mail, telephone, post or in person; nothing is limited in number. */
export const recordRightsRequest = async (
	caller: Caller,
	input: RecordRightsRequest,
): Promise<Result<RightsReceipt>> => {
	const code = receiptCode(randomBytes(10));
	const recorded = await caller.store.write((trx) => recordArrival(trx, caller, input, { code }));
	if (recorded.ok) caller.afterCommit();
	return recorded;
};
