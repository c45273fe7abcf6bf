import { createHmac } from 'node:crypto';
import * as oidc from 'openid-client';
import { type ProviderClaims, type ProviderRoles, providerClaims } from '../schema/access/provider.ts';

export interface ProviderConfig {
	issuer: string;
	clientId: string;
	clientSecret: string | undefined;
	roles: ProviderRoles;
}

/** The OpenID Connect provider at which staff signs in. */
export interface IdentityProvider {
	/** Its name for people. */
	host: string;
	roles: ProviderRoles;
	/** Where a browser signs in; what comes back is bound to the browser's random value. Null where it does not answer. */
	signInUrl: (browser: string) => Promise<string | null>;
	/** Who signed in, by the query with which the browser came back; null where any part of the answer is not as it must be. */
	claimsOf: (browser: string, query: string) => Promise<ProviderClaims | null>;
	/** Where a browser signs out there too; null where there is no such place. */
	signOutUrl: () => Promise<string | null>;
}

interface Parts {
	publicUrl: string;
	/** Called with the code of an error, for whoever looks after the site. */
	onFailure: (code: string) => void;
}

/** How long the provider is waited for, and how long ago somebody may have signed in there. */
const timeoutSeconds = 5;
const longestAgoSeconds = 15 * 60;

const isLocal = (issuer: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);

const discover = async ({ issuer, clientId, clientSecret }: ProviderConfig): Promise<oidc.Configuration> => {
	// Signatures are checked too, though the token comes over TLS from the provider itself.
	const execute = [oidc.enableNonRepudiationChecks, ...(isLocal(issuer) ? [oidc.allowInsecureRequests] : [])];
	const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
	const options = { execute, timeout: timeoutSeconds };
	const found = await oidc.discovery(new URL(issuer), clientId, { [oidc.clockTolerance]: 60 }, authentication, options);
	return found;
};

/** State, nonce and PKCE verifier, none of which tells anything of the others or of what they are made from. */
const derived = (browser: string) => {
	const from = (use: string) => createHmac('sha256', browser).update(use).digest('base64url');
	return { state: from('state'), nonce: from('nonce'), verifier: from('verifier') };
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN');

/** The provider that a configuration names; asked nothing before somebody signs in. */
export const createIdentityProvider = (config: ProviderConfig, { publicUrl, onFailure }: Parts): IdentityProvider => {
	const redirectUri = `${publicUrl}/auth/provider/`;
	let discovered: Promise<oidc.Configuration> | null = null;
	/** Asked once; where it fails, again the next time. */
	const configuration = () => {
		discovered ??= discover(config).catch((error: unknown) => {
			discovered = null;
			throw error;
		});
		return discovered;
	};
	const orNull = async <T>(work: () => Promise<T>): Promise<T | null> => {
		try {
			return await work();
		} catch (error) {
			onFailure(codeOf(error));
			return null;
		}
	};
	return {
		host: new URL(config.issuer).host,
		roles: config.roles,
		signInUrl: (browser) =>
			orNull(async () => {
				const { state, nonce, verifier } = derived(browser);
				const url = oidc.buildAuthorizationUrl(await configuration(), {
					redirect_uri: redirectUri,
					scope: 'openid profile email',
					state,
					nonce,
					code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
					code_challenge_method: 'S256',
					prompt: 'login',
					max_age: String(longestAgoSeconds),
				});
				return url.href;
			}),
		claimsOf: (browser, query) =>
			orNull(async () => {
				const { state, nonce, verifier } = derived(browser);
				const tokens = await oidc.authorizationCodeGrant(await configuration(), new URL(`?${query}`, redirectUri), {
					expectedState: state,
					expectedNonce: nonce,
					pkceCodeVerifier: verifier,
					idTokenExpected: true,
					maxAge: longestAgoSeconds,
				});
				return providerClaims.parse(tokens.claims());
			}),
		signOutUrl: () =>
			orNull(async () => {
				const found = await configuration();
				if (found.serverMetadata().end_session_endpoint === undefined) return null;
				return oidc.buildEndSessionUrl(found, { post_logout_redirect_uri: `${publicUrl}/auth/` }).href;
			}),
	};
};
