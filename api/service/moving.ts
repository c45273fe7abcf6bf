import { randomUUID } from 'node:crypto';
import type { MovingKind, MovingRow } from '../../schema/moving.ts';
import { type ReceiptCode, receiptCode } from '../../schema/receipt.ts';
import { usualRegime } from '../../schema/regimes/regimes.ts';
import { dateIn, daysBetween, type PlainDate, startOfDay } from '../../schema/time.ts';
import { decide as decideSubscription } from '../domain/subscription.ts';
import { insertPersonal } from '../store/personal.ts';
import { receiptByCodeHash } from '../store/receipts.ts';
import { openSubscriptionsByEmail } from '../store/subscriptions.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, localeFor, localesOf } from './content.ts';
import type { Caller } from './environment.ts';
import { importObjection } from './moving-objections.ts';
import { carryOut } from './preference-record.ts';
import { recordArrival } from './request-intake.ts';
import { done, type Result } from './result.ts';
import { recordSubscription } from './subscription-record.ts';

/** What becomes of one line. */
export interface Moved {
	/** False where it was taken over before. */
	isNew: boolean;
	/** What a reader of the report should know, without anything personal. */
	note: string;
}

const known: Moved = { isNew: false, note: 'known before' };
const added = (note: string): Result<Moved> => done({ isNew: true, note });
const startOf = (on: PlainDate) => startOfDay(on, usualRegime.zone);

/** The same case has the same code, which nobody can work out without the data key. */
const codeFor = ({ store }: Caller, kind: MovingKind, reference: string): ReceiptCode =>
	receiptCode(Buffer.from(store.vault.blindIndex(`moving/${kind}`, reference), 'hex').subarray(0, 10));

const isKnown = async (trx: WriteTx, { store }: Caller, code: ReceiptCode) =>
	(await receiptByCodeHash(trx, store.vault.codeHash(code))) !== undefined;

const lateness = (dueOn: PlainDate, today: PlainDate) =>
	dueOn < today ? `due on ${dueOn}, ${daysBetween(dueOn, today)} days late` : `due on ${dueOn}`;

const request = async (trx: WriteTx, caller: Caller, row: MovingRow<'requests'>): Promise<Result<Moved>> => {
	const { reference, ...asked } = row;
	const code = codeFor(caller, 'requests', reference);
	if (await isKnown(trx, caller, code)) return done(known);
	const recorded = await recordArrival(trx, caller, { ...asked, manner: 'IMPORT' }, { code, silent: true });
	if (!recorded.ok) return recorded;
	const today = dateIn(caller.now, usualRegime.zone);
	return added(recorded.value.requests.map(({ right, dueOn }) => `${right} ${lateness(dueOn, today)}`).join('; '));
};

const optOut = async (trx: WriteTx, caller: Caller, row: MovingRow<'optouts'>): Promise<Result<Moved>> => {
	const { email, chosenOn, choices } = row;
	const chooser = { kind: 'PERSON', key: caller.store.vault.emailIndex(email) } as const;
	const [optOut, limit] = [choices.includes('OPT_OUT'), choices.includes('LIMIT')];
	const command = { type: 'choose', optOut, limit, recipients: [] } as const;
	const carried = await carryOut(trx, chooser, [command], startOf(chosenOn));
	if (!carried.ok) return carried;
	return carried.events.length === 0 ? done(known) : added(`stands since ${chosenOn}`);
};

const subscriber = async (trx: WriteTx, caller: Caller, row: MovingRow<'subscribers'>): Promise<Result<Moved>> => {
	const { store, library } = caller;
	const { email, consent, consentOn, notices, leastClass, frequency, locale } = row;
	if ((await openSubscriptionsByEmail(trx, store.vault.emailIndex(email))).length > 0) return done(known);
	const slugs = library.notices.map(({ slug }) => slug).filter((slug) => knownNotice(caller, slug));
	const at = { now: startOf(consentOn) };
	const wished = decideSubscription(null, { type: 'subscribe', notices, known: slugs, leastClass, frequency }, at);
	if (!wished.ok) return wished;
	const [id, personalId] = [randomUUID(), randomUUID()];
	await insertPersonal(trx, store.vault, { id: personalId, data: { email, consent }, now: caller.now });
	const facts = { id, personalId, locale: localeFor({ locales: localesOf(library) }, locale) };
	const events = [...wished.events, { type: 'subscriptionConfirmed', at: at.now } as const];
	// They agreed elsewhere, and are not written to for that.
	await recordSubscription(trx, facts, null, events, caller.now, null);
	return added(`confirmed since ${consentOn}`);
};

const objection = async (trx: WriteTx, caller: Caller, row: MovingRow<'objections'>): Promise<Result<Moved>> => {
	const code = codeFor(caller, 'objections', row.reference);
	if (await isKnown(trx, caller, code)) return done(known);
	const recorded = await importObjection(trx, caller, row, { code, receivedAt: startOf(row.objectedOn) });
	return recorded.ok ? added(recorded.value === 'COUNTED' ? 'counts' : 'adds nothing to one that counts') : recorded;
};

/** Takes over one line of each kind of file, with its own date; nobody is written to. */
export const movers: {
	[Kind in MovingKind]: (trx: WriteTx, caller: Caller, row: MovingRow<Kind>) => Promise<Result<Moved>>;
} = { requests: request, optouts: optOut, subscribers: subscriber, objections: objection };
