import { afterAll, expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { ask } from '../support/graphql.ts';
import { startServer } from '../support/server.ts';

const server = await startServer({ SMTP_URL: 'smtp://127.0.0.1:9' });
afterAll(() => server[Symbol.asyncDispose]());

const figures = async () => {
	const response = await fetch(`${server.url}/metrics`);
	expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
	const lines = (await response.text()).split('\n').filter((line) => line.startsWith('noticekeeper_'));
	return Object.fromEntries(lines.map((line) => line.replace('noticekeeper_', '').split(' ')));
};

const optOut = `mutation { submitRightsRequest(input: {
	population: WEBSITE, rights: [OPT_OUT], email: "figures@stranger.example" }) { __typename } }`;

it('counts what waits, from a store with nothing in it to a request that is late', async () => {
	const nothing = {
		letters_waiting: '0',
		oldest_letter_seconds: '0',
		letters_given_up: '0',
		requests_open: '0',
		requests_due_soon: '0',
		requests_late: '0',
	};
	expect(await figures()).toEqual(nothing);

	const { body } = await ask(server.url, optOut);
	expect(body.data).toEqual({ submitRightsRequest: { __typename: 'RightsReceipt' } });
	// 15 business days from 1 December: Saturdays are such, Sundays are not.
	const counted = { letters_waiting: '1', requests_open: '1', requests_due_soon: '0', requests_late: '0' };
	expect(await figures()).toMatchObject(counted);
	server.setNow(instant('2026-12-15T12:00:00-08:00'));
	expect(await figures()).toMatchObject({ ...counted, requests_due_soon: '1' });
	server.setNow(instant('2026-12-18T23:59:59-08:00'));
	expect(await figures()).toMatchObject({ ...counted, requests_due_soon: '1' });
	server.setNow(instant('2026-12-19T00:00:00-08:00'));
	expect(await figures()).toMatchObject({ ...counted, requests_late: '1' });
});
