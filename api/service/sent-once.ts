import { addSeconds, type Instant } from '../../schema/time.ts';
import { forgetSentForms, insertSentForm, sentFormToOneself } from '../store/sent-forms.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Together } from '../store/write-batches.ts';
import type { Caller } from './environment.ts';
import type { SubmissionKind } from './limits.ts';
import { done, type Result, refused } from './result.ts';

/** How long the answer to a form is kept for whoever sends the form again. */
export const answersKeptSeconds = 24 * 3600;

/** A form as it was sent: `input` as its schema has it, `key` its own, where it has one. */
export interface Sending {
	kind: SubmissionKind;
	key: string | null | undefined;
	input: object;
}

/**
 * Acts once for a key: whoever sends the same input with it again gets the first answer, which survives JSON unchanged, and
 * another input is refused. What was refused is not kept, so that it can be mended and sent again.
 */
export const sentOnce = async <T extends object>(
	trx: WriteTx,
	{ store: { vault }, now }: Pick<Caller, 'store' | 'now'>,
	{ kind, key, input }: Sending,
	act: () => Promise<Result<T>>,
): Promise<Result<T>> => {
	if (!key) return act();
	const keyHash = vault.blindIndex(`sent/${kind}`, key);
	const inputHash = vault.blindIndex(`sent-input/${kind}`, JSON.stringify(input));
	const earlier = await sentFormToOneself(trx, keyHash);
	if (earlier && earlier.inputHash !== inputHash) return refused('KEY_REUSED', ['idempotencyKey']);
	// What is authenticated under the data key is what was sealed below.
	if (earlier) return done(JSON.parse(vault.openAnswer(keyHash, earlier.answerSealed).toString()) as T);
	const result = await act();
	if (!result.ok) return result;
	const answerSealed = vault.sealAnswer(keyHash, Buffer.from(JSON.stringify(result.value)));
	await insertSentForm(trx, { keyHash, inputHash, answerSealed, sentAt: now });
	return result;
};

/** What is submitted, as it is prepared, and how many such are kept with one call. */
export interface Submitting<Submission, T> {
	prepare: () => Result<Submission>;
	keepAll: Together<Submission, Result<T>>;
}

/** Keeps what is submitted: once for a key, and together with what others submit at the same moment where it has none. */
export const submitOnce = async <Submission, T extends object>(
	caller: Pick<Caller, 'store' | 'now'>,
	sending: Sending,
	{ prepare, keepAll }: Submitting<Submission, T>,
): Promise<Result<T>> => {
	const { store } = caller;
	const keepWith = async (keep: (submission: Submission) => Promise<Result<T>>): Promise<Result<T>> => {
		const prepared = prepare();
		return prepared.ok ? keep(prepared.value) : prepared;
	};
	if (!sending.key) return keepWith((submission) => store.writeTogether(keepAll, submission));
	return store.write((trx) =>
		sentOnce(trx, caller, sending, () =>
			keepWith(async (submission) => {
				const [result] = await keepAll(trx, [submission]);
				return result as Result<T>; // One for each.
			}),
		),
	);
};

/** Forgets the answers that are kept no longer. */
export const forgetAnswers = (trx: WriteTx, now: Instant): Promise<void> =>
	forgetSentForms(trx, addSeconds(now, -answersKeptSeconds));
