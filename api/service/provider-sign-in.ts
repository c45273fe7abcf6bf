import { randomBytes } from 'node:crypto';
import type { Role } from '../../schema/access/access.ts';
import { type ProviderClaims, roleIn } from '../../schema/access/provider.ts';
import type { IdentityProvider } from '../identity-provider.ts';
import { staffByKey } from '../store/staff.ts';
import type { WriteTx } from '../store/transactions.ts';
import { byOf } from './actor.ts';
import { countSubmission } from './limits.ts';
import { done, type Result, refused } from './result.ts';
import { beginSession, holderOfSession, type SignedIn } from './sessions.ts';
import type { StaffCaller } from './sign-in.ts';
import { giveRole, insertPerson } from './staff.ts';

type ProviderCaller = StaffCaller & { identityProvider: IdentityProvider | null };

/** Where the browser signs in; what it comes back with is bound to a new cookie of its own. */
export const startProviderSignIn = async (caller: ProviderCaller): Promise<Result<{ url: string }>> => {
	const { identityProvider, staffBrowser, store } = caller;
	if (!identityProvider) return refused('NO_PROVIDER');
	if (!staffBrowser) return refused('OWN_PAGES_ONLY');
	const tooMany = await store.write((trx) => countSubmission(trx, caller, 'sign-in'));
	if (tooMany) return tooMany;
	const browser = randomBytes(32).toString('base64url');
	const url = await identityProvider.signInUrl(browser);
	if (url === null) return refused('PROVIDER_REFUSED');
	staffBrowser.keep('provider', browser);
	return done({ url });
};

/** The id of whom the provider names: somebody known, with the role that they now have, or somebody new. */
const personOf = async (
	trx: WriteTx,
	{ store: { vault }, now }: ProviderCaller,
	{ iss, sub, name, email }: ProviderClaims,
	role: Role,
): Promise<string> => {
	const keyIndex = vault.blindIndex('staff/provider', `${iss}\0${sub}`);
	const known = await staffByKey(trx, keyIndex);
	if (!known) {
		const data = { name: name ?? email ?? sub, ...(email !== undefined && { email }) };
		return insertPerson(trx, vault, { data, role, keyIndex, now, by: byOf({}) });
	}
	if (known.role !== role) await giveRole(trx, known.id, role, { now, by: byOf({}) });
	return known.id;
};

/** Signs in whoever comes back from the provider in the browser that went there, if one of their claims has a role. */
export const finishProviderSignIn = async (
	caller: ProviderCaller,
	{ query }: { query: string },
): Promise<Result<SignedIn>> => {
	const { identityProvider, staffBrowser, staff, store, now } = caller;
	if (!identityProvider) return refused('NO_PROVIDER');
	if (!staffBrowser) return refused('OWN_PAGES_ONLY');
	const browser = staffBrowser.value('provider');
	const claims = browser && (await identityProvider.claimsOf(browser, query));
	if (!claims) return refused('PROVIDER_REFUSED');
	staffBrowser.keep('provider', null);
	const role = roleIn(identityProvider.roles, claims);
	if (!role) return refused('NOT_STAFF');
	const session = await store.write(async (trx) => {
		const staffId = await personOf(trx, caller, claims, role);
		return beginSession(trx, { staffId, by: 'PROVIDER', replaces: staff?.sessionId ?? null, now });
	});
	const signedIn = await holderOfSession(caller, session);
	if (!signedIn) return refused('CONFLICT');
	staffBrowser.keep('session', session);
	return done(signedIn);
};
