import { expect, it } from 'vitest';
import { openTestApi } from './api.ts';
import { doing } from './office.ts';
import { addPerson, signInAs } from './staff.ts';

const list = '{ apiKeys { id name prefix scopes state createdAt expiresAt lastUsedAt revokedAt } }';
const fields = '... on ApiKeyMade { key apiKey { id prefix scopes expiresAt } }';

interface Made {
	key: string;
	apiKey: { id: string; prefix: string; scopes: string[]; expiresAt: string };
}

it('makes a key that is shown once, is listed without itself, and ends when it is revoked', async () => {
	await using api = await openTestApi();
	const officer = await addPerson(api, 'OFFICER');
	const headers = await signInAs(api, officer.email);
	const act = doing(api, { headers });
	const input = { name: 'Warehouse', scopes: ['tasks:write', 'tasks:read'], days: 90 };
	const { key, apiKey } = (await act('createApiKey', input, fields)) as unknown as Made;
	expect(apiKey).toMatchObject({ scopes: ['tasks:read', 'tasks:write'] });
	expect(key.startsWith(`${apiKey.prefix}_`)).toBe(true);
	const works = async () => (await api.ask('{ systemTasks { edges { cursor } } }', {}, { key })).status;
	expect(await works()).toBe(200);

	const { data, text } = await api.ask(list, {}, { headers });
	expect(text).not.toContain(key);
	expect(data.apiKeys[0]).toMatchObject({ name: 'Warehouse', state: 'LIVE', lastUsedAt: api.now, revokedAt: null });
	const revoked = await act('revokeApiKey', { id: apiKey.id }, '... on ApiKey { state revokedAt }');
	expect(revoked).toEqual({ __typename: 'ApiKey', state: 'REVOKED', revokedAt: api.now });
	expect(await works()).toBe(401);
	expect(await act('revokeApiKey', { id: apiKey.id })).toMatchObject({ code: 'UNKNOWN_KEY' });

	const events = await api.store.read((tx) =>
		tx.selectFrom('event').selectAll().where('streamKind', '=', 'key').orderBy('seq').execute(),
	);
	expect(events.map(({ type, data }) => [type, JSON.parse(data).staffId])).toEqual([
		['keyMade', officer.id],
		['keyRevoked', officer.id],
	]);
});

it('says that a key has expired', async () => {
	await using api = await openTestApi();
	await api.keyFor('figures:read');
	api.addSeconds(365 * 86_400);
	const { data } = await api.ask(list, {}, { key: await api.keyFor('keys:read') });
	expect(data.apiKeys.map(({ state }: { state: string }) => state)).toEqual(['LIVE', 'EXPIRED']);
});

it('makes and ends no key that allows more than the caller may do', async () => {
	await using api = await openTestApi();
	const strong = await api.keyFor('personal:read');
	const act = doing(api, { key: await api.keyFor('keys:read', 'keys:write', 'figures:read') });
	const more = await act('createApiKey', { name: 'More', scopes: ['figures:read', 'personal:read'], days: 1 });
	expect(more).toMatchObject({ code: 'MORE_THAN_YOURS', path: ['scopes'] });
	const { data } = await api.ask(list, {}, { key: await api.keyFor('keys:read') });
	const { id } = data.apiKeys.find((it: { prefix: string }) => strong.startsWith(it.prefix));
	expect(await act('revokeApiKey', { id })).toMatchObject({ code: 'MORE_THAN_YOURS', path: ['id'] });
	expect(await act('createApiKey', { name: 'Same', scopes: ['figures:read'], days: 1 })).toEqual({
		__typename: 'ApiKeyMade',
	});
});

it('says what is wrong with a key that is asked for', async () => {
	await using api = await openTestApi();
	const act = doing(api, { key: await api.keyFor('keys:write') });
	const { issues } = await act('createApiKey', { name: '', scopes: ['everything'], days: 366 });
	expect(issues).toEqual([
		{ path: ['name'], message: 'Enter a name.' },
		{ path: ['scopes', '0'], message: 'Choose from the list.' },
		{ path: ['days'], message: 'Use a whole number of days from 1 to 365.' },
	]);
	expect(await act('createApiKey', { name: 'None', scopes: [], days: 1 })).toMatchObject({
		issues: [{ path: ['scopes'], message: 'Choose at least one thing that the key allows.' }],
	});
});
