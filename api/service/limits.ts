import { isIPv6 } from 'node:net';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { countRates, type RateLimit, reserveRates, type Use } from '../store/rates.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller } from './environment.ts';
import { refused } from './result.ts';

/** Receipt codes tried from one network. */
export const codeLookups: RateLimit = { count: 20, perSeconds: 60 };

/** What one network can have recorded, of each kind: a whole company may object behind one address. */
export const submissionsPerNetwork: RateLimit = { count: 100, perSeconds: 3600 };

/** Letters of one kind that one network can have sent to one address at once; nobody else's letters wait for them. */
export const lettersPerAddress: RateLimit = { count: 5, perSeconds: 3600 };

/** Links to sign in: somebody at work needs one every quarter of an hour, and some are lost. */
export const linksPerAddress: RateLimit = { count: 15, perSeconds: 3600 };

/** No letter waits longer than this, so that every link in it can still be followed. */
const longestWaitSeconds = 24 * 3600;

/** What people send without being known. */
export type SubmissionKind = 'request' | 'objection' | 'subscription' | 'codes' | 'choice' | 'sign-in' | 'message';

/** The full form of an IPv6 address' first four groups: a household or a server has all that follows to itself. */
const networkOfIPv6 = (address: string) => {
	const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
	const before = head === '' ? [] : head.split(':');
	const after = tail === undefined || tail === '' ? [] : tail.split(':');
	const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0');
	const groups = [...before, ...zeros, ...after].slice(0, 4);
	return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
};

/** What one caller is counted by: an IPv4 address, also where it is written as IPv6, or an IPv6 network of 64 bits. */
export const networkOf = (address: string): string => {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	return isIPv6(address) ? networkOfIPv6(address) : address;
};

type Limiter = Pick<Caller, 'store' | 'now' | 'clientAddress'>;

const networkUse = ({ store, now, clientAddress }: Limiter, purpose: string) => ({
	key: store.vault.blindIndex(purpose, networkOf(clientAddress)),
	now,
});

const letterUse = ({ store, now, clientAddress }: Limiter, kind: SubmissionKind, email: string) => ({
	key: store.vault.blindIndex(`rate/${kind}-letter/${networkOf(clientAddress)}`, store.vault.emailIndex(email)),
	now,
});

const isWithin = async (trx: WriteTx, limit: RateLimit, use: Use) => (await countRates(trx, limit, [use]))[0] === true;

/** Counts one receipt code tried by this caller; a refusal where it was too often. */
export const countCodeLookup = async (trx: WriteTx, caller: Limiter) =>
	(await isWithin(trx, codeLookups, networkUse(caller, 'rate/code'))) ? null : refused('TOO_MANY_REQUESTS');

const submissionUse = (caller: Limiter, kind: SubmissionKind) => networkUse(caller, `rate/${kind}`);

/** Counts one submission of this caller; a refusal where it was too often. */
export const countSubmission = async (trx: WriteTx, caller: Limiter, kind: SubmissionKind) =>
	(await isWithin(trx, submissionsPerNetwork, submissionUse(caller, kind))) ? null : refused('TOO_MANY_REQUESTS');

/** Counts one letter and answers whether it may leave; the address may be known or not. */
export const mayHaveLetter = (
	trx: WriteTx,
	caller: Limiter,
	kind: SubmissionKind,
	email: string,
	limit = lettersPerAddress,
) => isWithin(trx, limit, letterUse(caller, kind, email));

/** What is to be recorded, and the address that its letter goes to. */
export interface Arrival {
	caller: Limiter;
	email: string | undefined;
}

/**
 * Counts submissions of one kind, and answers for each when its letter leaves: now, or later where its network has had
 * many sent to the address, since a stranger must not be able to keep a person from it. Null where the network has sent
 * too many.
 */
export const admitAll = async (
	trx: WriteTx,
	kind: SubmissionKind,
	arrivals: readonly Arrival[],
): Promise<(Instant | null)[]> => {
	const uses = arrivals.map(({ caller }) => submissionUse(caller, kind));
	const within = await countRates(trx, submissionsPerNetwork, uses);
	const letters = arrivals.map(({ caller, email }, index) =>
		within[index] && email !== undefined ? letterUse(caller, kind, email) : null,
	);
	const counted = letters.filter((use) => use !== null);
	const waits = await reserveRates(trx, lettersPerAddress, longestWaitSeconds, counted);
	const waitOf = new Map(counted.map((use, index) => [use, waits[index]]));
	return arrivals.map(({ caller: { now } }, index) => {
		const letter = letters[index];
		return within[index] ? addSeconds(now, (letter && waitOf.get(letter)) ?? 0) : null;
	});
};
