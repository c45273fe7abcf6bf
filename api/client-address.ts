import type { IncomingMessage } from 'node:http';

/**
 * The address that a request came from. `X-Forwarded-For` counts only as far as proxies are trusted: anybody can write
 * one, so with none trusted it is not read at all.
 */
export const clientAddress = (request: IncomingMessage, trustedProxies: number): string => {
	const direct = request.socket.remoteAddress ?? 'unknown';
	const forwarded = String(request.headers['x-forwarded-for'] ?? '')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	const hops = [...forwarded, direct];
	return hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? direct;
};
