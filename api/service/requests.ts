import { randomBytes, randomUUID } from 'node:crypto';
import type { Population, Right } from '../../schema/notice/vocabulary.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import { regimeOfCommitments } from '../../schema/regimes/regimes.ts';
import type { SubmitRightsRequest } from '../../schema/request/submission.ts';
import type { Instant } from '../../schema/time.ts';
import type { RequestEvent, RequestState } from '../domain/request.ts';
import { decideSubmission } from '../domain/submission.ts';
import { type Additions, insertAdditions } from '../store/additions.ts';
import { letterRow } from '../store/outbox.ts';
import { personalRow } from '../store/personal.ts';
import type { NewReceipt, PersonalRow, RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { type Governing, governing, type Referral } from './governing.ts';
import { admitAll } from './limits.ts';
import { standAtOnce } from './preferences.ts';
import { lettersOf, newRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';
import { submitOnce } from './sent-once.ts';
import { followRequest } from './system-task-record.ts';

/** A submission that was recorded. */
export interface RightsReceipt {
	code: ReceiptCode;
	receivedAt: Instant;
	notice: string;
	version: string;
	requests: RequestRow[];
	needsConfirmation: boolean;
}

export type Submitted = { kind: 'receipt'; receipt: RightsReceipt } | { kind: 'referral'; referral: Referral };

interface Submission {
	caller: Caller;
	input: SubmitRightsRequest;
	id: string;
	code: ReceiptCode;
	governing: Governing;
	requests: { right: Right; events: RequestEvent[] }[];
}

/** What is answered with a receipt: `browserToken` is the value of the cookie for the browser in which a choice stands now. */
type Recorded = RightsReceipt & { browserToken: string | null };

const personalOf = ({ caller, input, code }: Submission): PersonalRow | null => {
	const { email, name, details, correction } = input;
	if (!email && !name && !details && !correction) return null;
	const data = {
		code,
		...(email && { email }),
		...(name && { name }),
		...(details && { details }),
		...(correction && { correction }),
	};
	return personalRow(caller.store.vault, { id: randomUUID(), data, now: caller.now });
};

const receiptOf = ({ caller, input, id, code, governing }: Submission, personalId: string | null): NewReceipt => ({
	id,
	kind: 'request',
	codeHash: caller.store.vault.codeHash(code),
	personalId,
	notice: governing.notice.slug,
	version: governing.version.id,
	locale: localeFor(governing.notice, input.locale, caller.locale),
	receivedAt: caller.now,
});

/** A submission with its requests: what it is answered with, and all that it adds. */
interface Begun {
	submission: Submission;
	begun: { row: RequestRow; state: RequestState }[];
	receipt: RightsReceipt;
	additions: Additions[];
}

const beginAll = (submission: Submission, letterDueAt: Instant): Begun => {
	const { caller, input, code, governing, requests } = submission;
	const personal = personalOf(submission);
	const begun = requests.map(({ events }) => ({
		events,
		...newRequest({ id: randomUUID(), population: input.population }, events),
	}));
	const rows = begun.map(({ row }) => row);
	return {
		submission,
		begun,
		receipt: {
			code,
			receivedAt: caller.now,
			notice: governing.notice.slug,
			version: governing.version.id,
			requests: rows,
			needsConfirmation: rows.some(({ status }) => status === 'AWAITING_CONFIRMATION'),
		},
		additions: [
			{
				personal: personal ? [personal] : [],
				receipt: [receiptOf(submission, personal?.id ?? null)],
				outbox: lettersOf(begun, caller.now, letterDueAt).map(letterRow),
			},
			...begun.map(({ additions }) => additions),
		],
	};
};

/** What follows from the requests of a submission once they stand: tasks of systems, and choices that hold at once. */
const goOn = async (trx: WriteTx, { submission: { caller, input }, receipt, begun }: Begun): Promise<Recorded> => {
	for (const { row, state } of begun) {
		await followRequest(trx, caller.library.systems, row.id, { before: null, after: state, now: caller.now });
	}
	return { ...receipt, browserToken: await standAtOnce(trx, caller, input) };
};

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

/** Whether the version in force offers all these rights to people of a population; also where somebody else must answer them. */
export const offersRights = (caller: Caller, population: Population, rights: readonly Right[]): boolean => {
	const found = governing(caller, population);
	if (!found.ok || 'referTo' in found.value) return true;
	const { commitments } = found.value.version.revision;
	return rights.every((right) => commitments?.rights.includes(right));
};

const prepare = (caller: Caller, input: SubmitRightsRequest, governing: Governing): Result<Submission> => {
	const { notice, version } = governing;
	const { commitments } = version.revision;
	if (!commitments) return refused('RIGHT_NOT_OFFERED', ['rights']);
	const regime = regimeOfCommitments(commitments);
	const id = randomUUID();
	const decision = decideSubmission(
		{ id, rights: input.rights, hasAddress: input.email !== undefined },
		{ notice: notice.slug, version: version.id, commitments, regime, zone: regime.zone ?? notice.zone },
		caller,
	);
	if (!decision.ok) return decision;
	return done({ caller, input, id, code: receiptCode(randomBytes(10)), governing, requests: decision.requests });
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
	const sending = { kind: 'request', key, input } as const;
	const recorded = await submitOnce(caller, sending, { prepare: () => prepare(caller, input, value), keepAll });
	if (!recorded.ok) return recorded;
	const { browserToken, ...receipt } = recorded.value;
	if (browserToken) caller.browser?.keep(browserToken);
	caller.afterCommit();
	return done({ kind: 'receipt', receipt });
};
