import { expect, it } from 'vitest';
import { networkOf } from '../../api/service/limits.ts';
import { openTestApi } from './api.ts';

const status = '{ requestStatus(code: "0000-0000-0000-0000") { receivedAt } }';
const resend =
	'mutation ($email: String!) { resendCodes(input: { email: $email }) { __typename ... on CodesResent { sent } ... on Refusal { code path } } }';
const subscribe =
	'mutation ($email: String!) { subscribe(input: { email: $email, notices: ["california"] }) { __typename ... on Refusal { code path } } }';

it('lets one network try twenty codes a minute', async () => {
	await using api = await openTestApi();
	const from = '203.0.113.7';
	for (let count = 0; count < 20; count += 1)
		expect((await api.ask(status, {}, { from })).data.requestStatus).toBeNull();
	const refused = await api.ask(status, {}, { from });
	expect(refused.status).toBe(429);
	expect(refused.errors?.[0]?.extensions?.code).toBe('TOO_MANY_REQUESTS');
	expect((await api.ask(status, {}, { from: '::ffff:203.0.113.7' })).status).toBe(429);
	expect((await api.ask(status, {}, { from: '203.0.113.8' })).status).toBe(200);
	const withdraw = 'mutation { withdrawObjection(input: { code: "0000-0000-0000-0000" }) { ... on Refusal { code } } }';
	expect((await api.ask(withdraw, {}, { from })).data.withdrawObjection.code).toBe('TOO_MANY_REQUESTS');
	api.addSeconds(3);
	expect((await api.ask(status, {}, { from })).status).toBe(200);
	expect((await api.ask(status, {}, { from })).status).toBe(429);
});

it('counts a whole IPv6 network as one', async () => {
	await using api = await openTestApi();
	for (let count = 0; count < 20; count += 1)
		await api.ask(status, {}, { from: `2001:db8:1:2::${count.toString(16)}` });
	expect((await api.ask(status, {}, { from: '2001:db8:1:2:ffff::1' })).status).toBe(429);
	expect((await api.ask(status, {}, { from: '2001:db8:1:3::1' })).status).toBe(200);
});

it.each([
	['203.0.113.7', '203.0.113.7'],
	['::ffff:203.0.113.7', '203.0.113.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['unknown', 'unknown'],
])('counts %s as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

const submit = `mutation ($rights: [Right!]!, $email: String) {
	submitRightsRequest(input: { population: WEBSITE, rights: $rights, email: $email }) { __typename ... on Refusal { code } } }`;
const object =
	'mutation ($email: String!) { submitObjection(input: { email: $email, notice: "california", version: "2027-03-01" }) { __typename } }';

it('records what a person sends, whatever a stranger has had mailed to the address', async () => {
	await using api = await openTestApi();
	const email = 'ana@example.com';
	for (let count = 0; count < 30; count += 1) {
		for (const query of [object, subscribe, resend]) await api.ask(query, { email }, { from: '203.0.113.66' });
		await api.ask(submit, { email, rights: ['DELETE'] }, { from: '203.0.113.66' });
	}
	await api.deliver();
	const from = '203.0.113.7';
	const { data: asked } = await api.ask(submit, { email, rights: ['DELETE'] }, { from });
	const { data: objected } = await api.ask(object, { email }, { from });
	expect(asked.submitRightsRequest.__typename).toBe('RightsReceipt');
	expect(objected.submitObjection.__typename).toBe('ObjectionReceipt');
	expect((await api.deliver()).map(({ kind }) => kind).sort()).toEqual(['objection-confirm', 'request-receipt']);
});

it('lets five letters of a kind leave at once, however the address is written, and each later one at its turn', async () => {
	await using api = await openTestApi();
	const from = '203.0.113.7';
	const spellings = ['ana@example.com', 'ANA@example.com', ' ana@Example.com'];
	for (let count = 0; count < 7; count += 1) {
		const { data } = await api.ask(subscribe, { email: spellings[count % 3] }, { from });
		expect(data.subscribe.__typename).toBe('SubscriptionPending');
	}
	expect(await api.deliver()).toHaveLength(5);
	api.addSeconds(12 * 60);
	expect(await api.deliver()).toHaveLength(1);
	api.addSeconds(12 * 60);
	expect(await api.deliver()).toHaveLength(1);
});

it('keeps no letter back for more than a day', async () => {
	await using api = await openTestApi();
	const email = 'ana@example.com';
	for (let hour = 0; hour < 3; hour += 1) {
		for (let count = 0; count < 50; count += 1) await api.ask(object, { email }, { from: '203.0.113.7' });
		api.addSeconds(3600);
	}
	api.addSeconds(24 * 3600);
	expect(await api.deliver()).toHaveLength(150);
});

it('answers a lost code asked for too often as ever, and sends no sixth letter', async () => {
	await using api = await openTestApi();
	const email = 'ana@example.com';
	await api.ask(submit, { email, rights: ['DELETE'] });
	await api.deliver();
	for (let count = 0; count < 6; count += 1) {
		const { data } = await api.ask(resend, { email }, { from: '203.0.113.7' });
		expect(data.resendCodes).toEqual({ __typename: 'CodesResent', sent: true });
	}
	expect(await api.deliver()).toHaveLength(5);
});

it('takes a hundred submissions of a kind an hour from one network', async () => {
	await using api = await openTestApi();
	const optOut = () => api.ask(submit, { rights: ['OPT_OUT'] }, { from: '203.0.113.7' });
	for (let count = 0; count < 100; count += 1) await optOut();
	expect((await optOut()).data.submitRightsRequest.code).toBe('TOO_MANY_REQUESTS');
	const other = await api.ask(submit, { rights: ['OPT_OUT'] }, { from: '203.0.113.8' });
	expect(other.data.submitRightsRequest.__typename).toBe('RightsReceipt');
});

it('mails lost codes again, and answers the same for an address that it does not know', async () => {
	await using api = await openTestApi();
	const ask = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com" }) { ... on RightsReceipt { code } } }`;
	const { code } = (await api.ask(ask)).data.submitRightsRequest;
	await api.deliver();
	const [known, unknown] = [
		await api.ask(resend, { email: 'ana@example.com' }),
		await api.ask(resend, { email: 'nobody@example.com' }),
	];
	expect(unknown.text).toBe(known.text);
	expect(unknown.status).toBe(known.status);
	const letters = await api.deliver();
	expect(letters.map(({ kind, to }) => [kind, to])).toEqual([['codes', 'ana@example.com']]);
	expect(letters[0]?.text).toContain(code);
});
