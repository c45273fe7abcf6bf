import { isIPv6 } from 'node:net';
import { countRate, type RateLimit } from '../store/rates.ts';
import type { WriteTx } from '../store/transactions.ts';
import type { Caller } from './environment.ts';
import { refused } from './result.ts';

/** Receipt codes tried from one network. */
export const codeLookups: RateLimit = { count: 20, perSeconds: 60 };

/** Letters that strangers can have sent to one address. */
export const lettersPerAddress: RateLimit = { count: 5, perSeconds: 3600 };

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

/** Counts one letter to an address, known or not; a refusal where it was too often. */
export const countLetter = async (trx: WriteTx, { store, now }: Pick<Limiter, 'store' | 'now'>, email: string) => {
	const key = store.vault.blindIndex('rate/letter', store.vault.emailIndex(email));
	return (await countRate(trx, key, lettersPerAddress, now)) === 0 ? null : refused('TOO_MANY_REQUESTS', ['email']);
};
