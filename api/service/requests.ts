import { randomBytes, randomUUID } from 'node:crypto';
import type { Population, Right } from '../../schema/notice/vocabulary.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import { regimeOfCommitments } from '../../schema/regimes/regimes.ts';
import type { SubmitRightsRequest } from '../../schema/request/submission.ts';
import type { Instant } from '../../schema/time.ts';
import type { RequestEvent } from '../domain/request.ts';
import { decideSubmission } from '../domain/submission.ts';
import { insertPersonal } from '../store/personal.ts';
import { insertReceipt } from '../store/receipts.ts';
import type { RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { PersonalData } from '../store/vault.ts';
import { localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import { type Governing, governing, type Referral } from './governing.ts';
import { countSubmission, letterDueAt } from './limits.ts';
import { standAtOnce } from './preferences.ts';
import { queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';
import { sentOnce } from './sent-once.ts';

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
	id: string;
	code: ReceiptCode;
	governing: Governing;
	requests: { right: Right; events: RequestEvent[] }[];
}

const personalOf = (input: SubmitRightsRequest, code: ReceiptCode): PersonalData | null => {
	const { email, name, details, correction } = input;
	if (!email && !name && !details && !correction) return null;
	return {
		code,
		...(email && { email }),
		...(name && { name }),
		...(details && { details }),
		...(correction && { correction }),
	};
};

const keepPersonal = async (trx: WriteTx, { store, now }: Caller, data: PersonalData | null) => {
	if (!data) return null;
	const id = randomUUID();
	await insertPersonal(trx, store.vault, { id, data, now });
	return id;
};

const keep = async (
	trx: WriteTx,
	caller: Caller,
	input: SubmitRightsRequest,
	{ id, code, governing, requests }: Submission,
): Promise<Result<RightsReceipt>> => {
	const { store, now } = caller;
	const { notice, version } = governing;
	const tooMany = await countSubmission(trx, caller, 'request');
	if (tooMany) return tooMany;
	const dueAt = input.email ? await letterDueAt(trx, caller, 'request', input.email) : now;
	await insertReceipt(trx, {
		id,
		kind: 'request',
		codeHash: store.vault.codeHash(code),
		personalId: await keepPersonal(trx, caller, personalOf(input, code)),
		notice: notice.slug,
		version: version.id,
		locale: localeFor(notice, input.locale, caller.locale),
		receivedAt: now,
	});
	const happened = [];
	for (const { events } of requests) {
		const row = await recordRequest(
			trx,
			caller.library.systems,
			{ id: randomUUID(), population: input.population },
			null,
			events,
		);
		happened.push({ row, events });
	}
	await queueLetters(trx, happened, now, dueAt);
	const rows = happened.map(({ row }) => row);
	const needsConfirmation = rows.some(({ status }) => status === 'AWAITING_CONFIRMATION');
	return done({ code, receivedAt: now, notice: notice.slug, version: version.id, requests: rows, needsConfirmation });
};

/** Whether the version in force offers all these rights to people of a population; also where somebody else must answer them. */
export const offersRights = (caller: Caller, population: Population, rights: readonly Right[]): boolean => {
	const found = governing(caller, population);
	if (!found.ok || 'referTo' in found.value) return true;
	const { commitments } = found.value.version.revision;
	return rights.every((right) => commitments?.rights.includes(right));
};

/** What is answered with a receipt: `browserToken` is the value of the cookie for the browser in which a choice stands now. */
type Recorded = RightsReceipt & { browserToken: string | null };

const record = async (
	trx: WriteTx,
	caller: Caller,
	input: SubmitRightsRequest,
	governing: Governing,
): Promise<Result<Recorded>> => {
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
	const submission = { id, code: receiptCode(randomBytes(10)), governing, requests: decision.requests };
	const kept = await keep(trx, caller, input, submission);
	return kept.ok ? done({ ...kept.value, browserToken: await standAtOnce(trx, caller, input) }) : kept;
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
	const recorded = await caller.store.write((trx) =>
		sentOnce(trx, caller, { kind: 'request', key, input }, () => record(trx, caller, input, value)),
	);
	if (!recorded.ok) return recorded;
	const { browserToken, ...receipt } = recorded.value;
	if (browserToken) caller.browser?.keep(browserToken);
	caller.afterCommit();
	return done({ kind: 'receipt', receipt });
};
