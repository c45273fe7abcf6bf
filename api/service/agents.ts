import { decide } from '../domain/request.ts';
import type { Store } from '../store/open.ts';
import { queueLetter } from '../store/outbox.ts';
import { changePersonal, readPersonal } from '../store/personal.ts';
import { receiptById } from '../store/receipts.ts';
import { requestById } from '../store/requests.ts';
import type { RequestRow } from '../store/tables.ts';
import { endTokens, findToken, useToken } from '../store/tokens.ts';
import type { ReadTx } from '../store/transactions.ts';
import type { Environment } from './environment.ts';
import type { Aim, Plan } from './request-desk.ts';
import { loadRequest, queueLetters, recordRequest } from './request-record.ts';
import { done, type Result, refused } from './result.ts';

interface Asking extends Aim {
	/** Of the person acted for; the one that came with the request where absent. */
	email?: string | undefined;
	/** The language of the letter; that of the request where absent. */
	locale?: string | undefined;
}

/** Where the person acted for is asked, and the record that the address is sealed in; null where nobody could be asked, or the agent would be, or nothing says who the agent is. */
const reachOf = async (
	tx: ReadTx,
	{ vault }: Pick<Store, 'vault'>,
	{ receiptId }: Pick<RequestRow, 'receiptId'>,
	given: string | undefined,
): Promise<{ personalId: string; email: string } | null> => {
	const { personalId } = (await receiptById(tx, receiptId)) ?? {};
	const personal = personalId ? await readPersonal(tx, vault, personalId) : null;
	const email = given ?? personal?.onBehalfOfEmail;
	if (!personalId || !email || !(personal?.name || personal?.email)) return null;
	const isAgents = personal.email !== undefined && vault.emailIndex(personal.email) === vault.emailIndex(email);
	return isAgents ? null : { personalId, email };
};

/** Has the person acted for asked, by a letter to themselves, whether the agent may act; the address is sealed with the request. */
export const askingConsumer = ({ email, locale, ...aim }: Asking): Plan => ({
	aim,
	deed: async (trx, row, store) => ({
		type: 'askConsumer',
		isReachable: (await reachOf(trx, store, row, email)) !== null,
	}),
	afterwards: async (trx, { store, now }, request) => {
		const reach = await reachOf(trx, store, request, email);
		if (!reach) return;
		await changePersonal(trx, store.vault, reach.personalId, (data) => ({ ...data, onBehalfOfEmail: reach.email }));
		// An earlier letter may have gone to an address that was wrong.
		await endTokens(trx, 'answer-about-agent', request.id, now);
		const subject = { subjectKind: 'receipt', subjectId: request.receiptId } as const;
		const extra = { requestIds: [request.id], ...(locale && { locale }) };
		await queueLetter(trx, { kind: 'consumer-asked', ...subject, extra, now });
	},
});

/** Records what the person acted for says by the link of that letter. */
export const answerAboutAgent = async (
	environment: Environment,
	{ token, authorised }: { token: string; authorised: boolean },
): Promise<Result<{ authorised: boolean }>> => {
	const { store, library, now } = environment;
	const result = await store.write(async (trx): Promise<Result<{ authorised: boolean }>> => {
		const found = await findToken(trx, token, 'answer-about-agent');
		const row = found && !found.usedAt ? await requestById(trx, found.subjectId) : undefined;
		const before = row && (await loadRequest(trx, row.id));
		if (!row || !before) return refused('UNKNOWN_TOKEN', ['token']);
		const decision = decide(before.state, { type: 'answerAboutAgent', authorised }, { now });
		if (!decision.ok) return decision;
		if (!(await useToken(trx, token, 'answer-about-agent', now))) return refused('UNKNOWN_TOKEN', ['token']);
		const after = await recordRequest(trx, library.systems, row, before, decision.events);
		await queueLetters(trx, [{ row: after, events: decision.events }], now);
		return done({ authorised });
	});
	if (result.ok) environment.afterCommit();
	return result;
};
