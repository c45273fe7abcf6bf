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

it('sends five letters an hour to one address, however it is written and whatever asks for them', async () => {
	await using api = await openTestApi();
	const spellings = ['ana@example.com', 'ANA@example.com', ' ana@Example.com'];
	for (let count = 0; count < 5; count += 1) {
		const { data } = await api.ask(count % 2 ? resend : subscribe, { email: spellings[count % 3] });
		expect(Object.values<{ __typename: string }>(data)[0]?.__typename).toMatch(/SubscriptionPending|CodesResent/);
	}
	expect((await api.ask(resend, { email: 'ana@example.com' })).data.resendCodes).toEqual({
		__typename: 'Refused',
		code: 'TOO_MANY_REQUESTS',
		path: ['email'],
	});
	expect((await api.ask(subscribe, { email: 'ben@example.com' })).data.subscribe.__typename).toBe(
		'SubscriptionPending',
	);
	api.addSeconds(12 * 60);
	expect((await api.ask(resend, { email: 'ana@example.com' })).data.resendCodes.sent).toBe(true);
});

it('never stops an opt-out for want of a letter', async () => {
	await using api = await openTestApi();
	const email = 'ana@example.com';
	for (let count = 0; count < 6; count += 1) await api.ask(resend, { email });
	const submit = `mutation ($rights: [Right!]!, $email: String) { submitRightsRequest(input: { population: WEBSITE, rights: $rights, email: $email }) {
		__typename ... on Refusal { code } } }`;
	const { data } = await api.ask(submit, { rights: ['OPT_OUT', 'LIMIT'], email });
	expect(data.submitRightsRequest.__typename).toBe('RightsReceipt');
	expect((await api.ask(submit, { rights: ['DELETE'], email })).data.submitRightsRequest.code).toBe(
		'TOO_MANY_REQUESTS',
	);
});

it('mails lost codes again, and answers the same for an address that it does not know', async () => {
	await using api = await openTestApi();
	const submit = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com" }) { ... on RightsReceipt { code } } }`;
	const { code } = (await api.ask(submit)).data.submitRightsRequest;
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
