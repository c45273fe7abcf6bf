import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';

const hour = 3600;
const subscribe = `mutation ($email: String!) {
	subscribe(input: { email: $email, notices: ["california"] }) { __typename } }`;
const confirm = 'mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }';
const leave = 'mutation ($token: String!) { unsubscribe(input: { token: $token }) { __typename } }';

/** Whether any file of the store holds the sealed address, its key or its index. */
const traceIn = async (api: TestApi) => {
	const row = await api.store.read((tx) => tx.selectFrom('personal').selectAll().executeTakeFirstOrThrow());
	const traces = [row.sealed, row.keyWrapped, Buffer.from(row.emailIndex ?? '')].filter((it) => it !== null);
	expect(traces).toHaveLength(3);
	return () => {
		const files = readdirSync(api.dataDir)
			.filter((name) => name.includes('.db'))
			.map((name) => readFileSync(join(api.dataDir, name)));
		return traces.map((trace) => files.some((file) => file.includes(trace.subarray(0, 24))));
	};
};

it('erases an address that nobody confirmed at the hour at which its link ends', async () => {
	await using api = await openTestApi();
	await api.ask(subscribe, { email: 'ana@example.com' });
	const found = await traceIn(api);
	api.addSeconds(48 * hour - 1);
	await api.runClock();
	expect(found()).toEqual([true, true, true]);
	api.addSeconds(1);
	await api.runClock();
	expect(found()).toEqual([false, false, false]);
	expect(await api.deliver()).toEqual([]);
});

it('erases the address of an ended subscription 28 days later, on the day that the last letter names', async () => {
	await using api = await openTestApi();
	await api.ask(subscribe, { email: 'ana@example.com' });
	await api.ask(confirm, { token: tokenIn((await api.deliver())[0], 'subscribe/confirm') });
	await api.ask(leave, { token: tokenIn((await api.deliver())[0], 'subscribe/leave') });
	const found = await traceIn(api);
	const [last] = await api.deliver();
	expect(last?.text).toContain('on 29 December 2026.');
	const end = api.now;
	api.setNow(addSeconds(end, 28 * 24 * hour - 1));
	await api.runClock();
	expect(found()).toEqual([true, true, true]);
	api.addSeconds(1);
	await api.runClock();
	expect(found()).toEqual([false, false, false]);
});
