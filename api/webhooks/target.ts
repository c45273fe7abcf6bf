import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { problemOf, type Targets } from '../../schema/webhook.ts';

/** A target that nothing is sent to; `code` says why. */
export class TargetRefused extends Error {
	override name = 'TargetRefused';
	readonly code: string;
	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

export interface Target {
	url: URL;
	/** Without the brackets of an IPv6 address. */
	host: string;
	/** The one address to connect to: asked for again, the name may name another. */
	address: string;
}

type Resolve = (host: string) => Promise<string[]>;

const resolveName: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

const globalUnicast = ipaddr.parseCIDR('2000::/3');

/** Whether an address is anybody's on the Internet: not ours, not of a private network, and not another one in disguise. */
export const isPublic = (address: string): boolean => {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(globalUnicast));
};

/** The address to connect to; throws TargetRefused where a webhook may not go there. All that a name names must be public. */
export const targetOf = async (text: string, targets: Targets, resolve: Resolve = resolveName): Promise<Target> => {
	if (problemOf(text, targets)) throw new TargetRefused('TARGET_REFUSED');
	const url = new URL(text);
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const addresses = isIP(host) ? [host] : await resolve(host);
	const [address] = addresses;
	if (!address) throw new TargetRefused('TARGET_UNKNOWN');
	if (targets === 'public' && !addresses.every(isPublic)) throw new TargetRefused('TARGET_NOT_PUBLIC');
	return { url, host, address };
};
