import { describe, expect, it } from 'vitest';
import { ask } from '../support/graphql.ts';
import { linkIn, waitForLetter } from '../support/mailbox.ts';
import { newDatabase } from '../support/postgres.ts';
import { startServer, type TestServer } from '../support/server.ts';

const stores = [
	{ name: 'sqlite3', env: async () => ({}) },
	{ name: 'node:sqlite', env: async () => ({ SQLITE_DRIVER: 'node' }) },
	{ name: 'PostgreSQL', env: async () => ({ DATABASE_URL: await newDatabase() }) },
];

/** Runs one operation whose field is named `result`, and gives back what it answers. */
const run = async (server: TestServer, operation: string, variables: Record<string, unknown> = {}) => {
	const { body } = await ask(server.url, operation, variables);
	if (body.errors) throw new Error(JSON.stringify(body.errors));
	return body.data?.result as Record<string, unknown> & { code: string };
};

const tokenFor = async (server: TestServer, email: string, path: string) =>
	new URL(linkIn(await waitForLetter(server.dataDir, email, path), path)).pathname.split('/').at(-2);

describe.each(stores)('the server over $name, through GraphQL alone', ({ env }) => {
	it('takes a subscription, an objection and a request each to its end', async () => {
		await using server = await startServer(await env());

		const subscriber = { email: 'subscriber@example.com' };
		expect(
			await run(
				server,
				'mutation ($email: String!) { result: subscribe(input: {email: $email, notices: ["california"]}) { __typename } }',
				subscriber,
			),
		).toEqual({ __typename: 'SubscriptionPending' });
		const confirm = { token: await tokenFor(server, subscriber.email, '/subscribe/confirm/') };
		expect(
			await run(
				server,
				'mutation ($token: String!) { result: confirmSubscription(input: {token: $token}) { ... on SubscriptionConfirmed { notices { slug } } } }',
				confirm,
			),
		).toEqual({ notices: [{ slug: 'california' }] });
		const leave = { token: await tokenFor(server, subscriber.email, '/subscribe/leave/') };
		expect(
			await run(
				server,
				'mutation ($token: String!) { result: unsubscribe(input: {token: $token}) { __typename } }',
				leave,
			),
		).toEqual({ __typename: 'SubscriptionEnded' });

		const objector = { email: 'objector@example.com' };
		const objection = await run(
			server,
			'mutation ($email: String!) { result: submitObjection(input: {email: $email, notice: "california", version: "2027-03-01"}) { ... on ObjectionReceipt { code } } }',
			objector,
		);
		const counting = { token: await tokenFor(server, objector.email, '/objections/confirm/') };
		expect(
			await run(
				server,
				'mutation ($token: String!) { result: confirmObjection(input: {token: $token}) { ... on ObjectionReceiptStatus { status version { objectionCount } } } }',
				counting,
			),
		).toEqual({ status: 'COUNTED', version: { objectionCount: 1 } });
		expect(
			await run(
				server,
				'mutation ($code: String!) { result: withdrawObjection(input: {code: $code}) { ... on ObjectionReceiptStatus { status version { objectionCount } } } }',
				{ code: objection.code },
			),
		).toEqual({ status: 'WITHDRAWN', version: { objectionCount: 0 } });

		const requester = { email: 'requester@example.com' };
		const request = await run(
			server,
			'mutation ($email: String!) { result: submitRightsRequest(input: {email: $email, population: WEBSITE, rights: [DELETE]}) { ... on RightsReceipt { code requests { dueOn } } } }',
			requester,
		);
		expect(request.requests).toEqual([{ dueOn: '2026-12-31' }]);
		const beginning = { token: await tokenFor(server, requester.email, '/requests/confirm/') };
		await run(
			server,
			'mutation ($token: String!) { result: confirmRightsRequest(input: {token: $token}) { __typename } }',
			beginning,
		);
		const status = 'query ($code: String!) { result: requestStatus(code: $code) { requests { status dueOn } } }';
		expect(await run(server, status, { code: request.code })).toEqual({
			requests: [{ status: 'IN_PROGRESS', dueOn: '2026-12-31' }],
		});
		await run(
			server,
			'mutation ($code: String!) { result: withdrawRightsRequest(input: {code: $code}) { __typename } }',
			{ code: request.code },
		);
		expect(await run(server, status, { code: request.code })).toMatchObject({ requests: [{ status: 'WITHDRAWN' }] });
	});
});
