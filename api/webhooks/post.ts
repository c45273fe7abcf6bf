import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Target } from './target.ts';

const answerWithinMs = 15_000;
const longestAnswer = 65_536;

/** Reads an answer to its end and keeps nothing of it; one that is longer than any receipt is cut off. */
const drainAnswer = async (response: IncomingMessage): Promise<void> => {
	let length = 0;
	for await (const chunk of response) {
		length += chunk.length;
		if (length > longestAnswer) return;
	}
};

/**
 * The status that a target answers to a POST: connected to the one address that was checked, asked for by its name.
 * Redirects are not followed. Throws after 15 seconds, or where no answer came.
 */
export const post = (
	{ url, host, address }: Target,
	headers: Record<string, string>,
	body: string,
	timeoutMs: number = answerWithinMs,
): Promise<number> => {
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				host: address,
				port: url.port || (url.protocol === 'https:' ? 443 : 80),
				path: url.pathname + url.search,
				method: 'POST',
				headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
				agent: false,
				signal: AbortSignal.timeout(timeoutMs),
				...(isIP(host) === 0 && { servername: host }),
			},
			(response) => {
				drainAnswer(response).then(() => resolve(response.statusCode ?? 0), reject);
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
};
