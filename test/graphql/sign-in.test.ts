import { expect, it } from 'vitest';
import { endSessionsOf } from '../../api/service/sessions.ts';
import { changeRole, removeStaff } from '../../api/service/staff.ts';
import { readStream } from '../../api/store/events.ts';
import { openTestApi, type TestApi } from './api.ts';
import { addPerson, askForLink, followLink, linkFor, ownPage, signInAs } from './staff.ts';

const viewer = async (api: TestApi, headers: Record<string, string>) =>
	(await api.ask('{ viewer { name role } }', {}, { headers })).data.viewer;

it('signs in by a mailed link, in the browser that asked for it', async () => {
	await using api = await openTestApi();
	const { id, email } = await addPerson(api, 'AUDITOR');
	const asked = await askForLink(api, email);
	expect(asked.answer.headers.getSetCookie()).toEqual([
		expect.stringMatching(/^__Host-nk-sign-in=[\w-]{43}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/),
	]);
	const answer = await followLink(api, await linkFor(api), asked.cookie);
	expect(answer.headers.getSetCookie()).toEqual([
		expect.stringMatching(/^__Host-nk-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/),
		'__Host-nk-sign-in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
	]);
	expect(answer.data.signIn.viewer).toMatchObject({ name: 'The auditor', role: 'AUDITOR' });
	expect(answer.data.signIn.viewer.scopes).toContain('requests:read');
	const events = await api.store.read((tx) => readStream(tx, { kind: 'staff', id }));
	expect(events.map(({ type }) => type)).toEqual(['staffAdded', 'staffSignedIn']);
});

it('signs nobody in with a link that is used, old, invented, or followed in another browser', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'HANDLER');
	const { cookie } = await askForLink(api, email);
	const token = await linkFor(api);
	const code = async (tried: string, browser: string) => {
		const { data, headers } = await followLink(api, tried, browser);
		if (data.signIn.code) expect(headers.getSetCookie()).toEqual([]);
		return data.signIn.code ?? 'signed in';
	};
	const other = await askForLink(api, 'stranger@example.org');
	expect(await code(token, other.cookie)).toBe('SIGN_IN_LINK');
	expect(await code(token, '')).toBe('SIGN_IN_LINK');
	expect(await code('A'.repeat(43), cookie)).toBe('SIGN_IN_LINK');
	api.addSeconds(899);
	expect(await code(token, cookie)).toBe('signed in');
	expect(await code(token, cookie)).toBe('SIGN_IN_LINK');

	const late = await askForLink(api, email);
	const lateToken = await linkFor(api);
	api.addSeconds(900);
	expect(await code(lateToken, late.cookie)).toBe('SIGN_IN_LINK');
});

it('answers an address of staff and any other with the same bytes, in the same time, and writes to staff only', async () => {
	await using api = await openTestApi();
	const count = 60;
	const known = Array.from({ length: count }, (_, at) => `known-${at}@staff.example`);
	for (const email of known) await addPerson(api, 'EDITOR', email);
	const texts = new Set<string>();
	const took = { known: [] as number[], unknown: [] as number[] };
	for (const [at, email] of known.entries()) {
		for (const kind of ['known', 'unknown'] as const) {
			const started = performance.now();
			const { answer } = await askForLink(api, kind === 'known' ? email : `other-${at}@staff.example`);
			took[kind].push(performance.now() - started);
			texts.add(answer.text);
		}
	}
	expect(texts.size).toBe(1);
	// In pairs, one right after the other, so that whatever else the machine does is in both.
	const differences = took.known.map((time, at) => time - (took.unknown[at] ?? 0)).sort((a, b) => a - b);
	expect(Math.abs(differences[count / 2] ?? 0)).toBeLessThan(2);
	expect((await api.deliver()).map(({ to }) => to).sort()).toEqual(known.sort());
});

it('keeps nothing of an address once its letter has left, and no token that could be used', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'EDITOR');
	const { cookie } = await askForLink(api, email);
	await askForLink(api, 'stranger@example.org');
	const token = await linkFor(api);
	const rows = await api.store.read(async (tx) => ({
		personal: await tx.selectFrom('personal').selectAll().where('sealed', 'is not', null).execute(),
		all: JSON.stringify([
			await tx.selectFrom('signIn').selectAll().execute(),
			await tx.selectFrom('token').selectAll().execute(),
			await tx.selectFrom('session').selectAll().execute(),
		]),
	}));
	expect(rows.personal).toHaveLength(1);
	expect(rows.all).not.toContain(token);
	expect(rows.all).not.toContain(cookie.split('=')[1]);
	expect(api.logged.join('')).not.toMatch(/example/);
	api.addSeconds(12 * 3600 + 1);
	await api.runClock();
	expect(await api.store.read((tx) => tx.selectFrom('signIn').selectAll().execute())).toEqual([]);
});

it('ends a session after 30 minutes without use and after 12 hours in any case', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'EDITOR');
	const used = await signInAs(api, email);
	const idle = await signInAs(api, email);
	for (let minutes = 0; minutes < 12 * 60 - 29; minutes += 29) {
		api.addSeconds(29 * 60);
		expect(await viewer(api, used)).toMatchObject({ role: 'EDITOR' });
		if (minutes > 0) expect(await viewer(api, idle)).toBeNull();
	}
	api.addSeconds(29 * 60);
	expect(await viewer(api, used)).toBeNull();
});

it('ends a session by signing out, by the operator, and with the person', async () => {
	await using api = await openTestApi();
	const { id, email } = await addPerson(api, 'EDITOR');
	const [first, second, third] = [await signInAs(api, email), await signInAs(api, email), await signInAs(api, email)];
	const { data, headers } = await api.ask('mutation { signOut { __typename } }', {}, { headers: first });
	expect(data.signOut.__typename).toBe('SignedOut');
	expect(headers.getSetCookie()).toEqual([expect.stringContaining('__Host-nk-session=; Path=/; Max-Age=0')]);
	expect([await viewer(api, first), (await viewer(api, second)).role]).toEqual([null, 'EDITOR']);
	expect(await endSessionsOf(api, id)).toBe(2);
	expect([await viewer(api, second), await viewer(api, third)]).toEqual([null, null]);

	const last = await signInAs(api, email);
	await changeRole(api, id, 'OFFICER');
	expect(await viewer(api, last)).toMatchObject({ role: 'OFFICER' });
	const { cookie } = await askForLink(api, email);
	const token = await linkFor(api);
	await removeStaff(api, id);
	expect(await viewer(api, last)).toBeNull();
	expect((await followLink(api, token, cookie)).data.signIn.code).toBe('SIGN_IN_LINK');
});

it('begins a new session in place of the old one of the same browser', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'EDITOR');
	const session = await signInAs(api, email);
	const asked = await askForLink(api, email, session);
	const { data } = await followLink(api, await linkFor(api), `${session.cookie}; ${asked.cookie}`);
	expect(data.signIn.__typename).toBe('SignedIn');
	expect(await viewer(api, session)).toBeNull();
});

it('knows nobody in what another site sends, whatever cookies come with it', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'OFFICER');
	const { cookie = '' } = await signInAs(api, email);
	const foreign = [
		{ origin: 'https://evil.example' },
		{ origin: 'null' },
		{ ...ownPage, 'sec-fetch-site': 'same-site' },
		{ 'sec-fetch-site': 'cross-site' },
	];
	for (const headers of foreign) {
		expect(await viewer(api, { ...headers, cookie })).toBeNull();
		const { data } = await api.ask(
			'mutation { signOut { ... on Refusal { code } } }',
			{},
			{ headers: { ...headers, cookie } },
		);
		expect(data.signOut.code).toBe('OWN_PAGES_ONLY');
		expect((await askForLink(api, email, { ...headers, cookie })).answer.text).toContain('OWN_PAGES_ONLY');
	}
	const byGet = await api.send(
		{ headers: { ...ownPage, cookie, 'x-graphql-yoga-csrf': '1' } },
		'?query={viewer{role}}',
	);
	expect(byGet.data.viewer).toBeNull();
	expect(await viewer(api, { ...ownPage, cookie })).toMatchObject({ role: 'OFFICER' });
});

it('asks a key for nothing of a session, and gives a caller with a key no session', async () => {
	await using api = await openTestApi();
	const { email } = await addPerson(api, 'OFFICER');
	const headers = await signInAs(api, email);
	const key = await api.keyFor('figures:read');
	const answer = await api.ask('{ viewer { role } rightsRequests { edges { cursor } } }', {}, { key, headers });
	expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
});
