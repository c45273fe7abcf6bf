import { addSeconds, type Instant } from '../../schema/time.ts';
import { forgetSentForms, insertSentForms, sentFormsToOneself } from '../store/sent-forms.ts';
import type { SentFormRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { roundsOf, type Together } from '../store/write-batches.ts';
import type { Caller } from './environment.ts';
import type { SubmissionKind } from './limits.ts';
import { done, type Result, refused } from './result.ts';

/** How long the answer to a form is kept for whoever sends the form again. */
export const answersKeptSeconds = 24 * 3600;

/** A form as it was sent: `input` as its schema has it, `key` its own, where it has one. */
export interface Sent<Submission> {
	caller: Pick<Caller, 'store' | 'now'>;
	kind: SubmissionKind;
	key: string | null | undefined;
	input: object;
	/** Decides what is to be kept of it. */
	prepare: () => Result<Submission>;
}

/** A form with what it and its key are known by. */
interface Known<Submission> extends Sent<Submission> {
	keyHash: string | null;
	inputHash: string;
}

const known = <Submission>(sent: Sent<Submission>): Known<Submission> => {
	const { caller, kind, key, input } = sent;
	if (!key) return { ...sent, keyHash: null, inputHash: '' };
	const { vault } = caller.store;
	const inputHash = vault.blindIndex(`sent-input/${kind}`, JSON.stringify(input));
	return { ...sent, keyHash: vault.blindIndex(`sent/${kind}`, key), inputHash };
};

const answerAgain = <T extends object>({ caller, keyHash, inputHash }: Known<unknown>, row: SentFormRow): Result<T> => {
	if (keyHash === null || row.inputHash !== inputHash) return refused('KEY_REUSED', ['idempotencyKey']);
	// What is authenticated under the data key is what was sealed below.
	return done(JSON.parse(caller.store.vault.openAnswer(keyHash, row.answerSealed).toString()) as T);
};

const rowOf = ({ caller, keyHash, inputHash }: Known<unknown>, result: Result<object>): SentFormRow[] => {
	if (keyHash === null || !result.ok) return [];
	const answerSealed = caller.store.vault.sealAnswer(keyHash, Buffer.from(JSON.stringify(result.value)));
	return [{ keyHash, inputHash, answerSealed, sentAt: caller.now }];
};

/** Keeps what could be prepared, together; what could not is answered with its refusal. */
const keepPrepared = async <Submission, T>(
	trx: WriteTx,
	forms: readonly Sent<Submission>[],
	keepAll: Together<Submission, Result<T>>,
): Promise<Result<T>[]> => {
	const prepared = forms.map(({ prepare }) => prepare());
	const kept = await keepAll(
		trx,
		prepared.flatMap((it) => (it.ok ? [it.value] : [])),
	);
	return prepared.map((it) => (it.ok ? (kept.shift() as Result<T>) : it)); // One for each.
};

const keepRound = async <Submission, T extends object>(
	trx: WriteTx,
	forms: readonly Known<Submission>[],
	keepAll: Together<Submission, Result<T>>,
): Promise<Map<Known<Submission>, Result<T>>> => {
	const earlier = await sentFormsToOneself(
		trx,
		forms.flatMap(({ keyHash }) => keyHash ?? []),
	);
	const rowFor = ({ keyHash }: Known<Submission>) => (keyHash === null ? undefined : earlier.get(keyHash));
	const fresh = forms.filter((form) => !rowFor(form));
	const kept = await keepPrepared(trx, fresh, keepAll);
	const results = new Map(fresh.map((form, index) => [form, kept[index] as Result<T>])); // One for each.
	await insertSentForms(
		trx,
		[...results].flatMap(([form, result]) => rowOf(form, result)),
	);
	for (const form of forms) {
		const row = rowFor(form);
		if (row) results.set(form, answerAgain<T>(form, row));
	}
	return results;
};

/**
 * Keeps forms together, each once for its key: whoever sends the same input with it again gets the first answer, which
 * survives JSON unchanged, and another input is refused. What was refused is not kept, so that it can be mended and sent
 * again. Of those that come at once with one key, each is answered after the one before it.
 */
export const keptOnce =
	<Submission, T extends object>(keepAll: Together<Submission, Result<T>>): Together<Sent<Submission>, Result<T>> =>
	async (trx, sent) => {
		const forms = sent.map(known);
		const answers = new Map<Known<Submission>, Result<T>>();
		for (const round of roundsOf(forms, (form) => form.keyHash ?? form)) {
			for (const [form, result] of await keepRound(trx, round, keepAll)) answers.set(form, result);
		}
		return forms.map((form) => answers.get(form) as Result<T>); // Each stands in one round.
	};

/** Forgets the answers that are kept no longer. */
export const forgetAnswers = (trx: WriteTx, now: Instant): Promise<void> =>
	forgetSentForms(trx, addSeconds(now, -answersKeptSeconds));
