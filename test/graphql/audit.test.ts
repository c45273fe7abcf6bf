import { expect, it } from 'vitest';
import type { Role } from '../../schema/access/access.ts';
import { openTestApi, type TestApi } from './api.ts';
import { doing, globalId } from './office.ts';
import { addPerson, signInAs } from './staff.ts';

const log = `query ($kinds: [AuditKind!], $staff: ID, $first: Int, $after: String) {
	auditEvents(kinds: $kinds, staff: $staff, first: $first, after: $after) {
		edges { node { cursor at kind type about details staff { name } apiKey { name } } } pageInfo { hasNextPage endCursor } } }`;
const submit = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com",
	details: "My account" }) { __typename } }`;
const read = '{ rightsRequests { edges { node { id sent { details } } } } }';

/** Signs in somebody new; letters that wait leave before theirs. */
const enter = async (api: TestApi, role: Role) => {
	const person = await addPerson(api, role);
	await api.deliver();
	return { ...person, headers: await signInAs(api, person.email) };
};

const auditor = async (api: TestApi) => (await enter(api, 'AUDITOR')).headers;

const eventsIn = async (api: TestApi, headers: Record<string, string>, of: Record<string, unknown>) => {
	const { data } = await api.ask(log, of, { headers });
	return data.auditEvents.edges.map(({ node }: { node: object }) => node);
};

it('shows an auditor who read what a person sent, and with which request, and nothing of what was sent', async () => {
	await using api = await openTestApi();
	await api.ask(submit);
	const { headers: theirs } = await enter(api, 'HANDLER');
	const [{ node }] = (await api.ask(read, {}, { headers: theirs })).data.rightsRequests.edges;
	await api.ask(read, {}, { key: await api.keyFor('requests:read', 'personal:read') });
	const headers = await auditor(api);
	const event = { kind: 'ACCESS', type: 'personalRead', at: api.now, about: [node.id], details: '{}' };
	expect(await eventsIn(api, headers, { kinds: ['ACCESS'] })).toMatchObject([
		{ ...event, staff: null, apiKey: { name: 'test' } },
		{ ...event, staff: { name: 'The handler' }, apiKey: null },
	]);
	expect((await api.ask(log, {}, { headers })).text).not.toMatch(/My account|ana@example/);
});

it('shows what one person of staff did, their sign-ins included', async () => {
	await using api = await openTestApi();
	const officer = await enter(api, 'OFFICER');
	const act = doing(api, officer);
	await act('addStaffMember', { name: 'Ana', email: 'ana@staff.example', role: 'EDITOR' });
	await act('createApiKey', { name: 'Tool', scopes: ['figures:read'], days: 1 });
	const headers = await auditor(api);
	const events = await eventsIn(api, headers, { staff: globalId('StaffMember', officer.id) });
	expect(events.map(({ type }: { type: string }) => type)).toEqual(['keyMade', 'staffAdded', 'staffSignedIn']);
	expect(events[0]).toMatchObject({ kind: 'KEY', staff: { name: 'The officer' }, apiKey: null });
	expect(JSON.parse(events[1].details)).toEqual({ role: 'EDITOR' });
	const { errors } = await api.ask(log, { staff: 'x' }, { headers });
	expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});

it('pages through the log, the newest first, and leaves nothing out', async () => {
	await using api = await openTestApi();
	for (let count = 0; count < 3; count += 1) await api.ask(submit);
	const headers = await auditor(api);
	const all = await eventsIn(api, headers, { first: 100 });
	const seen = [];
	let after: string | null = null;
	do {
		const { data } = await api.ask(log, { first: 2, after }, { headers });
		seen.push(...data.auditEvents.edges.map(({ node }: { node: object }) => node));
		after = data.auditEvents.pageInfo.hasNextPage ? data.auditEvents.pageInfo.endCursor : null;
	} while (after);
	expect(seen).toEqual(all);
	const numbers = all.map(({ cursor }: { cursor: string }) => Number(cursor));
	expect(numbers).toEqual(numbers.toSorted((a: number, b: number) => b - a));
});

it('names who decided an objection', async () => {
	await using api = await openTestApi();
	await api.ask(`mutation { submitObjection(input: { notice: "california", version: "2027-03-01",
		email: "ben@example.com" }) { __typename } }`);
	const [letter] = await api.deliver();
	const token = /objections\/confirm\/([\w-]{43})\//.exec(letter?.text ?? '')?.[1];
	await api.ask('mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }', { token });
	const { headers } = await enter(api, 'HANDLER');
	const list =
		'{ objections(notice: "california", version: "2027-03-01", status: COUNTED) { edges { node { id availableActions } } } }';
	const [{ node }] = (await api.ask(list, {}, { headers })).data.objections.edges;
	expect(node.availableActions).toEqual(['DECIDE']);
	await doing(api, { headers })('decideObjection', { id: node.id, decision: 'UPHELD', message: 'You are right.' });
	const [decided] = await eventsIn(api, await auditor(api), { kinds: ['OBJECTION'] });
	expect(decided).toMatchObject({ type: 'objectionDecided', about: [node.id], staff: { name: 'The handler' } });

	const figures =
		'{ noticeVersion(notice: "california", version: "2027-03-01") { objectionFigures { status decision count } } }';
	expect((await api.ask(figures, {}, { headers })).data.noticeVersion.objectionFigures).toEqual([
		{ status: 'DECIDED', decision: 'UPHELD', count: 1 },
	]);
});
