import { randomBytes, randomUUID } from 'node:crypto';
import type { Population, Right } from '../../schema/notice/vocabulary.ts';
import { receiptCode } from '../../schema/receipt.ts';
import { correctionsIn, type SubmitRightsRequest } from '../../schema/request/submission.ts';
import { decideSubmission } from '../domain/submission.ts';
import { insertAdditions } from '../store/additions.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller } from './environment.ts';
import { type Governing, governing, type Referral } from './governing.ts';
import { admitAll } from './limits.ts';
import { beginAll, goOn, type Recorded, type RightsReceipt, type Submission, termsOf } from './request-keep.ts';
import { done, type Result, refused } from './result.ts';
import { keptOnce } from './sent-once.ts';

export type Submitted = { kind: 'receipt'; receipt: RightsReceipt } | { kind: 'referral'; referral: Referral };

/** Keeps what many submit at once. */
const keepAll = async (trx: WriteTx, submissions: readonly Submission[]): Promise<Result<Recorded>[]> => {
	const arrivals = submissions.map(({ caller, input }) => ({ caller, email: input.email }));
	const lettersDueAt = await admitAll(trx, 'request', arrivals);
	const records = submissions.map((submission, index) => {
		const letterDueAt = lettersDueAt[index];
		return letterDueAt ? beginAll(submission, letterDueAt) : null;
	});
	await insertAdditions(
		trx,
		records.flatMap((record) => record?.additions ?? []),
	);
	const results: Result<Recorded>[] = [];
	for (const record of records) results.push(record ? done(await goOn(trx, record)) : refused('TOO_MANY_REQUESTS'));
	return results;
};

const keepOnce = keptOnce(keepAll);

/** Whether the version in force offers all these rights to people of a population; also where somebody else must answer them. */
export const offersRights = (caller: Caller, population: Population, rights: readonly Right[]): boolean => {
	const found = governing(caller, population);
	if (!found.ok || 'referTo' in found.value) return true;
	const { commitments } = found.value.version.revision;
	return rights.every((right) => commitments?.rights.includes(right));
};

const prepare = (caller: Caller, input: SubmitRightsRequest, governing: Governing): Result<Submission> => {
	const terms = termsOf(governing);
	if (!terms) return refused('RIGHT_NOT_OFFERED', ['rights']);
	const id = randomUUID();
	const { rights, requester, email, period, sinceOn } = input;
	const itemCount = correctionsIn(input).length;
	const asked = { id, rights, requester, hasAddress: email !== undefined, period, sinceOn, itemCount };
	const decision = decideSubmission(asked, terms, caller);
	if (!decision.ok) return decision;
	const code = receiptCode(randomBytes(10));
	return done({ caller, input, id, code, governing, receivedAt: caller.now, requests: decision.requests });
};

/**
 * Records what a person asks for under the version in force, or says who else must answer; once for a key, however often it
 * is sent.
 */
export const submitRightsRequest = async (
	caller: Caller,
	input: SubmitRightsRequest,
	key?: string | null,
): Promise<Result<Submitted>> => {
	const found = governing(caller, input.population);
	if (!found.ok) return found;
	const { value } = found;
	if ('referTo' in value) return done({ kind: 'referral', referral: value });
	const sent = { caller, kind: 'request', key, input, prepare: () => prepare(caller, input, value) } as const;
	const recorded = await caller.store.writeTogether(keepOnce, sent);
	if (!recorded.ok) return recorded;
	const { browserToken, ...receipt } = recorded.value;
	if (browserToken) caller.browser?.keep(browserToken);
	caller.afterCommit();
	return done({ kind: 'receipt', receipt });
};
