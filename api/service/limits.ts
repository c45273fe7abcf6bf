import { isIPv6 } from 'node:net';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { countRate, type RateLimit, reserveRate } from '../store/rates.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller } from './environment.ts';
import { refused } from './result.ts';

/** Receipt codes tried from one network. */
export const codeLookups: RateLimit = { count: 20, perSeconds: 60 };

/** What one network can have recorded, of each kind: a whole company may object behind one address. */
export const submissionsPerNetwork: RateLimit = { count: 100, perSeconds: 3600 };

/** Letters of one kind that one network can have sent to one address at once; nobody else's letters wait for them. */
export const lettersPerAddress: RateLimit = { count: 5, perSeconds: 3600 };

/** No letter waits longer than this, so that every link in it can still be followed. */
const longestWaitSeconds = 24 * 3600;

/** What people send without being known. */
export type SubmissionKind = 'request' | 'objection' | 'subscription' | 'codes' | 'choice';

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

/** Counts one receipt code tried by this caller; a refusal where it was too often. */
export const countCodeLookup = async (trx: WriteTx, { store, now, clientAddress }: Limiter) => {
	const key = store.vault.blindIndex('rate/code', networkOf(clientAddress));
	return (await countRate(trx, key, codeLookups, now)) === 0 ? null : refused('TOO_MANY_REQUESTS');
};

/** Counts one submission of this caller; a refusal where it was too often. */
export const countSubmission = async (trx: WriteTx, { store, now, clientAddress }: Limiter, kind: SubmissionKind) => {
	const key = store.vault.blindIndex(`rate/${kind}`, networkOf(clientAddress));
	return (await countRate(trx, key, submissionsPerNetwork, now)) === 0 ? null : refused('TOO_MANY_REQUESTS');
};

const letterKey = ({ store, clientAddress }: Limiter, kind: SubmissionKind, email: string) =>
	store.vault.blindIndex(`rate/${kind}-letter/${networkOf(clientAddress)}`, store.vault.emailIndex(email));

/** Counts one letter and answers whether it may leave; the address may be known or not. */
export const mayHaveLetter = async (trx: WriteTx, caller: Limiter, kind: SubmissionKind, email: string) =>
	(await countRate(trx, letterKey(caller, kind, email), lettersPerAddress, caller.now)) === 0;

/**
 * When the letter about a submission leaves: now, or later where this network has had many sent to the address. What was
 * submitted is recorded all the same, since a stranger must not be able to keep a person from it.
 */
export const letterDueAt = async (
	trx: WriteTx,
	caller: Limiter,
	kind: SubmissionKind,
	email: string,
): Promise<Instant> => {
	const { now } = caller;
	const key = letterKey(caller, kind, email);
	return addSeconds(now, await reserveRate(trx, key, lettersPerAddress, { now, longest: longestWaitSeconds }));
};
