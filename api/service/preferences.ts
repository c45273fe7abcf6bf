import { randomBytes } from 'node:crypto';
import { type PreferenceState, type Standing, standingOf } from '../../schema/preference/standing.ts';
import type { OptIn, SetChoices } from '../../schema/preference/submission.ts';
import { choicesZone as zone } from '../../schema/regimes/opt-in.ts';
import type { Requester } from '../../schema/request/vocabulary.ts';
import { dateIn } from '../../schema/time.ts';
import { decide, type PreferenceCommand } from '../domain/preference.ts';
import { preferenceByKey } from '../store/preferences.ts';
import type { ReadTx, WriteTx } from '../store/transactions.ts';
import { versionsInForce } from './content.ts';
import type { Browser, Caller, Environment } from './environment.ts';
import { countSubmission } from './limits.ts';
import { type Chooser, carryOut, loadPreference, preferenceOf } from './preference-record.ts';
import { done, type Result, refused } from './result.ts';

const browserChooser = ({ store }: Pick<Environment, 'store'>, token: string): Chooser => ({
	kind: 'BROWSER',
	key: store.vault.blindIndex('browser', token),
});

const personChooser = ({ store }: Pick<Environment, 'store'>, email: string): Chooser => ({
	kind: 'PERSON',
	key: store.vault.emailIndex(email),
});

const standing = (state: PreferenceState | null, { now }: Pick<Environment, 'now'>, signal: boolean): Standing =>
	standingOf(state, { signal, now, zone });

/** The value that names a browser here: its own where we gave it, else a new one. Nobody can choose one. */
const tokenOf = async (tx: ReadTx, caller: Caller, { token }: Browser): Promise<string> => {
	const chooser = token === null ? null : browserChooser(caller, token);
	const known = chooser && (await preferenceByKey(tx, chooser.kind, chooser.key));
	return known && token !== null ? token : randomBytes(16).toString('base64url');
};

/** Carries commands out for a browser and gives it its cookie; the signal that comes with them is seen first. */
const forBrowser = async (
	trx: WriteTx,
	caller: Caller,
	browser: Browser,
	signal: boolean,
	commands: readonly PreferenceCommand[],
) => {
	const token = await tokenOf(trx, caller, browser);
	const seen: PreferenceCommand[] = signal ? [{ type: 'seeSignal' }] : [];
	return { token, ...(await carryOut(trx, browserChooser(caller, token), [...seen, ...commands], caller.now)) };
};

/** What holds for the browser that asks, by its cookie and by the signal that comes with the question. */
export const optOutState = async (caller: Caller): Promise<Standing> => {
	const { browser, store } = caller;
	const token = browser?.token;
	const state = token ? await store.read((tx) => preferenceOf(tx, browserChooser(caller, token))) : null;
	return standing(state, caller, caller.signal);
};

/** What holds for the person with an address. */
export const optOutStateOfPerson = async (environment: Environment, email: string): Promise<Standing> => {
	const chooser = personChooser(environment, email);
	return standing(await environment.store.read((tx) => preferenceOf(tx, chooser)), environment, false);
};

/** Commands of the browser at the other end, in a transaction of their own. */
const command = async (
	caller: Caller,
	commands: readonly PreferenceCommand[],
	script: boolean,
	also: (trx: WriteTx) => Promise<unknown> = async () => {},
): Promise<Result<Standing>> => {
	const { browser } = caller;
	if (!browser) return refused('NO_BROWSER');
	const signal = caller.signal || script;
	const result = await caller.store.write(async (trx) => {
		const tooMany = await countSubmission(trx, caller, 'choice');
		if (tooMany) return tooMany;
		const carried = await forBrowser(trx, caller, browser, signal, commands);
		if (!carried.ok) return carried;
		await also(trx);
		return done(carried);
	});
	if (!result.ok) return result;
	browser.keep(result.value.token);
	caller.afterCommit();
	return done(standing(result.value.state, caller, signal));
};

/** Whether the signal of this browser was noted today and says nothing new, so that a visit need not write anything. */
const isNoted = async (caller: Caller): Promise<boolean> => {
	const { browser, now, store } = caller;
	if (!browser?.token) return false;
	const chooser = browserChooser(caller, browser.token);
	return store.read(async (tx) => {
		const row = await preferenceByKey(tx, chooser.kind, chooser.key);
		if (row?.signalLastSeenOn !== dateIn(now, zone)) return false;
		const loaded = await loadPreference(tx, row.id);
		const seen = decide(loaded?.state ?? null, { type: 'seeSignal' }, { now, zone });
		return seen.ok && seen.events.length === 0;
	});
};

/** Keeps the signal of a browser standing, so that its later absence takes nothing back. */
export const recordSignal = async (caller: Caller, script: boolean): Promise<Result<Standing>> => {
	const says = caller.signal || script;
	return says && !(await isNoted(caller)) ? command(caller, [], script) : done(await optOutState(caller));
};

/** Keys of all recipients to whom a notice in force says that something may be sold or with whom it may be shared. */
export const recipientsInForce = (reading: Pick<Environment, 'library' | 'now'>): string[] => [
	...new Set(
		versionsInForce(reading).flatMap(({ version }) =>
			version.revision.categories.flatMap(({ soldOrShared }) => soldOrShared.to),
		),
	),
];

/** Stops what was chosen, for this browser at once, and for the person too where an address is given. */
export const setChoices = async (
	caller: Caller,
	{ email, signal, ...choices }: SetChoices,
): Promise<Result<Standing>> => {
	const known = recipientsInForce(caller);
	if (choices.recipients.some((key) => !known.includes(key))) return refused('UNKNOWN_RECIPIENT', ['recipients']);
	const choose = { type: 'choose', ...choices } as const;
	return command(caller, [choose], signal, async (trx) => {
		if (email) await carryOut(trx, personChooser(caller, email), [choose], caller.now);
	});
};

/** First step of allowing something again in this browser: nothing changes yet. */
export const askToOptIn = (caller: Caller, { choice, signal }: OptIn): Promise<Result<Standing>> =>
	command(caller, [{ type: 'askToOptIn', choice }], signal);

/** Second step: it is allowed again from now on. */
export const confirmOptIn = (caller: Caller, it: OptIn): Promise<Result<Standing>> => {
	const signal = it.signal || caller.signal;
	return command(caller, [{ type: 'confirmOptIn', choice: it.choice, signal }], it.signal);
};

/**
 * Makes an opt-out or a limit asked for by a request stand at once: for the browser it came from, and for the person whose
 * address it gives, which is not that of one who acts for another. Answers the value of the browser's cookie, to be given once the transaction is committed.
 */
export const standAtOnce = async (
	trx: WriteTx,
	caller: Caller,
	{ rights, email, requester }: { rights: readonly string[]; email?: string | undefined; requester: Requester },
): Promise<string | null> => {
	const [optOut, limit] = [rights.includes('OPT_OUT'), rights.includes('LIMIT')];
	const { browser, now } = caller;
	if (!optOut && !limit) return null;
	const choose = { type: 'choose', optOut, limit, recipients: [], byRequest: true } as const;
	if (email && requester === 'SELF') await carryOut(trx, personChooser(caller, email), [choose], now);
	if (!browser) return null;
	return (await forBrowser(trx, caller, browser, caller.signal, [choose])).token;
};
