import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import type { LetterExtra } from '../store/outbox.ts';
import { subscribersById } from '../store/subscribers.ts';
import type { OutboxRow } from '../store/tables.ts';
import { insertTokens } from '../store/tokens.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Together } from '../store/write-batches.ts';
import { prepareChangeLetter } from './change-letters.ts';
import { prepareCodesLetter } from './codes-letter.ts';
import { prepareConsumerLetter } from './consumer-letter.ts';
import type { LetterScope, MailContext, Preparation, ReadyLetter } from './context.ts';
import { prepareDigest } from './digest-letter.ts';
import { prepareObjectionLetter } from './objection-letters.ts';
import { preparePackageLetter } from './package-letter.ts';
import { prepareRequestLetter } from './request-letters.ts';
import { prepareSignInLetter } from './sign-in-letter.ts';
import { prepareSubscriptionLetter } from './subscription-letters.ts';

const prepareIn = (
	scope: LetterScope,
	{ kind, subjectKind, subjectId, extra: text }: OutboxRow,
): Preparation | Promise<Preparation> => {
	// `queueLetter` is all that writes this column.
	const extra = JSON.parse(text) as LetterExtra;
	switch (kind) {
		case 'request-receipt':
		case 'request-confirmed':
		case 'request-as-categories':
		case 'request-asked':
		case 'request-message':
		case 'request-messages-link':
		case 'request-fee':
		case 'request-extended':
		case 'request-answered':
		case 'request-partly':
		case 'request-refused':
		case 'request-duplicate':
		case 'request-reopened':
		case 'request-contested':
		case 'request-limit':
		case 'request-withdrawn':
		case 'request-lapsed':
			return prepareRequestLetter(scope, kind, subjectId, extra);
		case 'consumer-asked':
			return prepareConsumerLetter(scope, subjectId, extra);
		case 'package-ready':
			return preparePackageLetter(scope, subjectId, extra);
		case 'objection-confirm':
		case 'objection-counted':
		case 'objection-decided':
		case 'objection-withdrawn':
		case 'objection-overtaken':
		case 'objection-lapsed':
			return prepareObjectionLetter(scope, kind, subjectId);
		case 'subscription-confirm':
		case 'subscription-welcome':
		case 'subscription-ended':
			return prepareSubscriptionLetter(scope, kind, subjectId);
		case 'change-announced':
		case 'change-in-force':
		case 'change-withdrawn':
			return prepareChangeLetter(scope, kind, { subjectKind, subjectId }, extra);
		case 'change-digest':
			return prepareDigest(scope, subjectId, extra);
		case 'codes':
			return prepareCodesLetter(scope, subjectId);
		case 'sign-in':
			return prepareSignInLetter(scope, subjectId);
	}
};

const prepareAll = async (trx: WriteTx, context: MailContext, rows: readonly OutboxRow[]): Promise<Preparation[]> => {
	const { store, publicUrl } = context;
	const subscriptions = rows.filter(({ subjectKind }) => subjectKind === 'subscription');
	const scope: LetterScope = {
		...{ trx, store, publicUrl, library: context.library(), now: context.now(), tokens: [] },
		subscribers: await subscribersById(
			trx,
			store.vault,
			subscriptions.map(({ subjectId }) => subjectId),
		),
	};
	const prepared: Preparation[] = [];
	for (const row of rows) prepared.push(await prepareIn(scope, row));
	await insertTokens(trx, scope.tokens);
	return prepared;
};

/**
 * Writes queued letters from how things stand now, together, and alone where one of them cannot be written; their tokens are
 * made here, so that none stands in the outbox.
 */
export const prepareLetters = (
	context: MailContext,
	rows: readonly OutboxRow[],
): Promise<PromiseSettledResult<Preparation>[]> => {
	const together: Together<OutboxRow, Preparation> = (trx, some) => prepareAll(trx, context, some);
	return Promise.allSettled(rows.map((row) => context.store.writeTogether(together, row)));
};

/** Writes queued letters in the transaction that queued them, for whoever wants to see them before they leave. */
export const writeAtOnce = async (
	trx: WriteTx,
	{ library, now, ...places }: Pick<MailContext, 'store' | 'publicUrl'> & { library: Library; now: Instant },
	rows: readonly OutboxRow[],
): Promise<(ReadyLetter | null)[]> => {
	const prepared = await prepareAll(trx, { ...places, library: () => library, now: () => now }, rows);
	return prepared.map((it) => ('ready' in it ? it.ready : null));
};
