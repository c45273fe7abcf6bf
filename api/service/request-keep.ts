import { randomUUID } from 'node:crypto';
import type { Right } from '../../schema/notice/vocabulary.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import { regimeOfCommitments } from '../../schema/regimes/regimes.ts';
import { correctionsIn, type SubmitRightsRequest } from '../../schema/request/submission.ts';
import type { Instant } from '../../schema/time.ts';
import type { RequestEvent, RequestState } from '../domain/request.ts';
import type { Terms } from '../domain/request-model.ts';
import type { Additions } from '../store/additions.ts';
import { letterRow } from '../store/outbox.ts';
import { personalRow } from '../store/personal.ts';
import type { NewReceipt, PersonalRow, RequestRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { localeFor } from './content.ts';
import type { Caller } from './environment.ts';
import type { Governing } from './governing.ts';
import { standAtOnce } from './preferences.ts';
import { lettersOf, newRequest } from './request-record.ts';
import { lookAfterEnd } from './retention.ts';
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

/** The promises that hold for a person; what the version states decides how sure one must be of who asks. Null where it has none. */
export const termsOf = ({ notice, version }: Governing): Terms | null => {
	const { commitments, sensitive, categories } = version.revision;
	if (!commitments) return null;
	const isSensitive =
		(sensitive?.collected.length ?? 0) > 0 ||
		categories.some(({ key, collected }) => key === 'sensitive' && collected !== 'no');
	const regime = regimeOfCommitments(commitments);
	const zone = regime.zone ?? notice.zone;
	return { notice: notice.slug, version: version.id, commitments, sensitive: isSensitive, regime, zone };
};

/** What is kept of a person's words, whoever wrote them down. */
export type Asked = Omit<SubmitRightsRequest, 'rights' | 'period' | 'sinceOn' | 'correction' | 'corrections'> &
	Partial<Pick<SubmitRightsRequest, 'correction' | 'corrections'>> & {
		rights: readonly Right[];
		post?: string | undefined;
	};

/** A submission that was decided on, and is to be kept. */
export interface Submission {
	caller: Caller;
	input: Asked;
	id: string;
	receivedAt: Instant;
	code: ReceiptCode;
	governing: Governing;
	requests: { right: Right; events: RequestEvent[] }[];
}

/** What is answered with a receipt: `browserToken` is the value of the cookie for the browser in which a choice stands now. */
export type Recorded = RightsReceipt & { browserToken: string | null };

const personalOf = ({ caller, input, code }: Submission): PersonalRow | null => {
	const { email, post, name, onBehalfOf, onBehalfOfEmail, details } = input;
	const corrections = correctionsIn(input);
	if (!email && !post && !name && !onBehalfOf && !details && corrections.length === 0) return null;
	const data = {
		code,
		...(email && { email }),
		...(post && { post }),
		...(name && { name }),
		...(onBehalfOf && { onBehalfOf }),
		...(onBehalfOfEmail && { onBehalfOfEmail }),
		...(details && { details }),
		...(corrections.length > 0 && { corrections }),
	};
	return personalRow(caller.store.vault, { id: randomUUID(), data, now: caller.now });
};

const receiptOf = (
	{ caller, input, id, code, governing, receivedAt }: Submission,
	personalId: string | null,
): NewReceipt => ({
	id,
	kind: 'request',
	codeHash: caller.store.vault.codeHash(code),
	personalId,
	notice: governing.notice.slug,
	version: governing.version.id,
	locale: localeFor(governing.notice, input.locale, caller.locale),
	receivedAt,
});

/** A submission with its requests: what it is answered with, and all that it adds. */
export interface Begun {
	submission: Submission;
	begun: { row: RequestRow; state: RequestState }[];
	receipt: RightsReceipt;
	additions: Additions[];
}

/** What a submission begins: each of its requests, its receipt, what is personal in it, and the letter that says so. */
export const beginAll = (submission: Submission, letterDueAt: Instant): Begun => {
	const { caller, input, code, governing, receivedAt, requests } = submission;
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
			receivedAt,
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
export const goOn = async (
	trx: WriteTx,
	{ submission: { caller, input }, receipt, begun }: Begun,
): Promise<Recorded> => {
	for (const { row, state } of begun) {
		await followRequest(trx, caller.library.systems, row.id, { before: null, after: state, now: caller.now });
		if (row.endedAt) await lookAfterEnd(trx, row.receiptId, row.endedAt);
	}
	return { ...receipt, browserToken: await standAtOnce(trx, caller, input) };
};
