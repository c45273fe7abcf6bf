import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from './api.ts';

const args =
	'$after: String, $right: Right, $open: Boolean, $due: DueWithin, $waitingFor: WaitingParty, $orderBy: RequestOrder, $manner: IntakeManner, $regime: String, $notice: String, $receivedFrom: Date';
const passed =
	'first: 2, after: $after, right: $right, open: $open, due: $due, waitingFor: $waitingFor, orderBy: $orderBy, manner: $manner, regime: $regime, notice: $notice, receivedFrom: $receivedFrom';
const list = `query (${args}) { rightsRequests(${passed}) {
	edges { node { id right dueOn waitingFor daysLeft daysGiven } } pageInfo { hasNextPage endCursor } } }`;

interface Line {
	id: string;
	right: string;
	dueOn: string;
	waitingFor: string | null;
	daysLeft: number | null;
	daysGiven: number;
}

const submit = async (api: TestApi, rights: string[], email?: string): Promise<string> => {
	const mutation = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { ... on RightsReceipt { code } } }`;
	const { data } = await api.ask(mutation, { input: { population: 'WEBSITE', rights, email } });
	return data.submitRightsRequest.code;
};

/** Every line that is meant, page by page. */
const queueOf = async (api: TestApi, key: string, filter: object = {}): Promise<Line[]> => {
	const lines: Line[] = [];
	let after: string | null = null;
	do {
		const { data, errors } = await api.ask(list, { ...filter, after }, { key });
		expect(errors).toBeUndefined();
		lines.push(...data.rightsRequests.edges.map(({ node }: { node: Line }) => node));
		after = data.rightsRequests.pageInfo.hasNextPage ? data.rightsRequests.pageInfo.endCursor : null;
	} while (after);
	return lines;
};

const rightsOf = (lines: Line[]) => lines.map(({ right }) => right);

it('lists by due date, page by page, what each filter means', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	await submit(api, ['DELETE', 'KNOW_SPECIFIC'], 'ana@example.com');
	api.addSeconds(86_400);
	await submit(api, ['OPT_OUT']);
	const byReceipt = rightsOf(await queueOf(api, key));
	expect(byReceipt.at(-1)).toBe('OPT_OUT');
	const byDue = await queueOf(api, key, { orderBy: 'DUE' });
	expect(rightsOf(byDue)[0]).toBe('OPT_OUT');
	expect(byDue.map(({ dueOn }) => dueOn)).toEqual(byDue.map(({ dueOn }) => dueOn).toSorted());
	expect(rightsOf(await queueOf(api, key, { right: 'DELETE' }))).toEqual(['DELETE']);
	expect(rightsOf(await queueOf(api, key, { receivedFrom: '2026-12-02' }))).toEqual(['OPT_OUT']);
	expect(await queueOf(api, key, { manner: 'FORM', regime: 'california', notice: 'california' })).toHaveLength(3);
	expect(await queueOf(api, key, { manner: 'TELEPHONE' })).toEqual([]);
	expect(await queueOf(api, key, { regime: 'gdpr' })).toEqual([]);
});

it('says whose turn it is, and how many days are left of those given', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	await submit(api, ['DELETE'], 'ana@example.com');
	await submit(api, ['OPT_OUT']);
	const lines = await queueOf(api, key, { orderBy: 'DUE' });
	expect(lines).toMatchObject([
		{ right: 'OPT_OUT', daysLeft: 17, daysGiven: 17 },
		{ right: 'DELETE', waitingFor: 'PERSON', daysLeft: 30, daysGiven: 30 },
	]);
	for (const party of ['PERSON', 'SYSTEM', 'DESK']) {
		const meant = await queueOf(api, key, { waitingFor: party });
		expect(rightsOf(meant)).toEqual(rightsOf(lines.filter((it) => it.waitingFor === party)));
	}
});

it('finds what is late and what is due soon on the days where the law reads them', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	await submit(api, ['OPT_OUT']);
	const found = async (due: string) => (await queueOf(api, key, { due })).length;
	expect([await found('LATE'), await found('THREE_DAYS'), await found('SEVEN_DAYS')]).toEqual([0, 0, 0]);
	api.setNow('2026-12-12T09:00:00.000Z' as typeof api.now);
	expect([await found('LATE'), await found('THREE_DAYS'), await found('SEVEN_DAYS')]).toEqual([0, 0, 1]);
	// Still the 18th in Los Angeles.
	api.setNow('2026-12-19T07:59:00.000Z' as typeof api.now);
	expect([await found('LATE'), await found('THREE_DAYS'), await found('SEVEN_DAYS')]).toEqual([0, 1, 1]);
	api.setNow('2026-12-19T08:00:00.000Z' as typeof api.now);
	expect([await found('LATE'), await found('THREE_DAYS'), await found('SEVEN_DAYS')]).toEqual([1, 0, 0]);
	expect((await queueOf(api, key))[0]?.daysLeft).toBe(-1);
});

it('finds requests by receipt code, and by address for those who may read it; by POST only', async () => {
	await using api = await openTestApi();
	const code = await submit(api, ['DELETE', 'CORRECT'].slice(0, 1), 'ana@example.com');
	const byCode = 'query ($code: String!) { rightsRequestsByCode(code: $code) { right } }';
	const byAddress = 'query ($email: String!) { rightsRequestsByAddress(email: $email) { right } }';
	const key = await api.keyFor('requests:read');
	const personal = await api.keyFor('requests:read', 'personal:read');
	expect((await api.ask(byCode, { code: code.toLowerCase() }, { key })).data.rightsRequestsByCode).toEqual([
		{ right: 'DELETE' },
	]);
	expect((await api.ask(byCode, { code: 'no code' }, { key })).data.rightsRequestsByCode).toEqual([]);
	const denied = await api.ask(byAddress, { email: 'ana@example.com' }, { key });
	expect(denied.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
	const found = await api.ask(byAddress, { email: ' Ana@Example.com' }, { key: personal });
	expect(found.data.rightsRequestsByAddress).toEqual([{ right: 'DELETE' }]);
	const address = `?query=${encodeURIComponent(`{ rightsRequestsByCode(code: "${code}") { right } }`)}`;
	const got = await api.send(
		{ headers: { authorization: `Bearer ${key}`, 'x-graphql-yoga-csrf': '1', accept: 'application/json' } },
		address,
	);
	expect(got.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

it('counts for today exactly what the queue lists', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	await submit(api, ['DELETE'], 'ana@example.com');
	await submit(api, ['OPT_OUT']);
	api.setNow('2026-12-20T12:00:00.000Z' as typeof api.now);
	await submit(api, ['LIMIT']);
	const query = `{ deskToday { open late dueInThreeDays newFrom new waitingForPerson waitingForSystem waitingForDesk
		lettersWaiting oldestLetterDueAt lettersGivenUp weeks { from received answered } } }`;
	const { deskToday: today } = (await api.ask(query, {}, { key })).data;
	const counted = async (filter: object) => (await queueOf(api, key, { open: true, ...filter })).length;
	expect(today).toMatchObject({
		open: await counted({}),
		late: await counted({ due: 'LATE' }),
		dueInThreeDays: await counted({ due: 'THREE_DAYS' }),
		new: await counted({ receivedFrom: today.newFrom }),
		waitingForPerson: await counted({ waitingFor: 'PERSON' }),
		waitingForSystem: await counted({ waitingFor: 'SYSTEM' }),
		waitingForDesk: await counted({ waitingFor: 'DESK' }),
	});
	expect(today).toMatchObject({ late: 1, new: 1 });
	expect(today.weeks).toHaveLength(12);
	expect(today.weeks.at(-1)).toEqual({ from: '2026-12-14', received: 1, answered: 0 });
	expect(today.weeks.map(({ received }: { received: number }) => received)).toEqual([
		0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1,
	]);
});
