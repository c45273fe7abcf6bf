import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sendPackage } from '../../api/service/packages.ts';
import { askFor, verify } from '../support/tasks.ts';
import { openTestApi, tokenIn } from './api.ts';

const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(1000)]);
const open = `mutation ($token: String!) { openPackage(input: { token: $token }) { __typename
	... on PackageFile { fileName content } ... on Refusal { code } } }`;
const read = '{ rightsRequests { edges { node { packages { id status expiresAt downloads lastDownloadedAt } } } } }';
const revoke = `mutation ($id: ID!) { revokePackage(input: { id: $id }) { __typename
	... on AccessPackage { status } ... on Refusal { code path } } }`;
const withdraw = 'mutation ($code: String!) { withdrawRightsRequest(input: { code: $code }) { __typename } }';
const day = 86_400;

const sent = async () => {
	const api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:verify', 'requests:answer');
	const { code, requests } = await askFor(api, ['KNOW_SPECIFIC'], key);
	await api.ask(verify, { id: requests[0]?.id }, { key });
	const row = await api.store.read((tx) => tx.selectFrom('request').selectAll().executeTakeFirstOrThrow());
	const result = await sendPackage(api, { requestId: row.id, bytes });
	if (!result.ok) throw new Error(result.refusal.code);
	const [letter] = await api.deliver();
	const packages = async () => (await api.ask(read, {}, { key })).data.rightsRequests.edges[0].node.packages;
	const download = async (token: string) => (await api.ask(open, { token })).data.openPackage;
	const kept = () => api.store.read((tx) => tx.selectFrom('package').select(['sealed', 'keyWrapped']).execute());
	return { api, code, key, row, letter, token: tokenIn(letter, 'requests/answer'), packages, download, kept };
};

it('comes by the link of a letter as it was, and its downloads are counted', async () => {
	const { api, letter, token, packages, download } = await sent();
	await using _ = api;
	expect([letter?.kind, letter?.to]).toEqual(['package-ready', 'ana@example.com']);
	for (let times = 0; times < 2; times += 1) {
		const { fileName, content } = await download(token);
		expect([fileName, Buffer.from(content, 'base64').equals(bytes)]).toEqual(['your-data.zip', true]);
	}
	expect(await packages()).toMatchObject([{ status: 'READY', downloads: 2, lastDownloadedAt: api.now }]);
	expect(await download('t'.repeat(43))).toEqual({ __typename: 'Refused', code: 'UNKNOWN_TOKEN' });
	expect(api.logged).toEqual([]);
});

it('is destroyed after 30 days, whether it was downloaded or not', async () => {
	const { api, token, packages, download, kept } = await sent();
	await using _ = api;
	api.addSeconds(30 * day - 1);
	await api.runClock();
	expect((await download(token)).__typename).toBe('PackageFile');
	api.addSeconds(1);
	expect((await download(token)).code).toBe('PACKAGE_EXPIRED');
	await api.runClock();
	expect((await download(token)).code).toBe('PACKAGE_EXPIRED');
	expect(await packages()).toMatchObject([{ status: 'EXPIRED', downloads: 1 }]);
	expect(await kept()).toEqual([{ sealed: null, keyWrapped: null }]);
});

it('is destroyed at once where staff revoke it, and by nobody else', async () => {
	const { api, key, token, packages, download, kept } = await sent();
	await using _ = api;
	const [{ id }] = await packages();
	const reader = await api.keyFor('requests:read');
	expect((await api.ask(revoke, { id }, { key: reader })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
	expect((await api.ask(revoke, { id }, { key })).data.revokePackage).toEqual({
		__typename: 'AccessPackage',
		status: 'REVOKED',
	});
	expect((await download(token)).code).toBe('PACKAGE_REVOKED');
	expect(await kept()).toEqual([{ sealed: null, keyWrapped: null }]);
	expect((await api.ask(revoke, { id }, { key })).data.revokePackage.code).toBe('ALREADY_ENDED');
	expect((await api.ask(revoke, { id: 'x' }, { key })).data.revokePackage).toEqual({
		__typename: 'Refused',
		code: 'UNKNOWN_PACKAGE',
		path: ['id'],
	});
});

it('is revoked with its request when the person withdraws that, out of the write-ahead log too', async () => {
	const { api, code, token, packages, download, kept } = await sent();
	await using _ = api;
	const [{ sealed } = { sealed: null }] = await kept();
	if (!sealed) throw new Error('there is no package');
	const inFiles = () =>
		readdirSync(api.dataDir).some((name) => readFileSync(join(api.dataDir, name)).includes(sealed.subarray(0, 64)));
	expect(inFiles()).toBe(true);
	await api.ask(withdraw, { code });
	expect((await download(token)).code).toBe('PACKAGE_REVOKED');
	expect(await packages()).toMatchObject([{ status: 'REVOKED' }]);
	expect(await kept()).toEqual([{ sealed: null, keyWrapped: null }]);
	await api.runClock();
	expect(inFiles()).toBe(false);
});

it('is not sent where it was revoked before its letter left', async () => {
	const { api, key, row } = await sent();
	await using _ = api;
	const again = await sendPackage(api, { requestId: row.id, bytes });
	if (!again.ok) throw new Error(again.refusal.code);
	const id = Buffer.from(`AccessPackage:${again.value.id}`).toString('base64');
	await api.ask(revoke, { id }, { key });
	expect(await api.deliver()).toEqual([]);
});

it('goes to nobody who was not verified', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	await askFor(api, ['KNOW_SPECIFIC'], key);
	const row = await api.store.read((tx) => tx.selectFrom('request').selectAll().executeTakeFirstOrThrow());
	expect(await sendPackage(api, { requestId: row.id, bytes })).toMatchObject({ refusal: { code: 'NOT_VERIFIED' } });
	expect(await api.store.read((tx) => tx.selectFrom('package').selectAll().execute())).toEqual([]);
});
