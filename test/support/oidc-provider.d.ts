/** The package says nothing of its types; this is what the tests use. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	interface Options {
		clients: Record<string, unknown>[];
		claims: Record<string, string[]>;
		conformIdTokenClaims: boolean;
		cookies: { keys: string[] };
		findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => Record<string, unknown> };
	}

	export class Provider {
		constructor(issuer: string, options: Options);
		callback(): (request: IncomingMessage, response: ServerResponse) => void;
	}
}
