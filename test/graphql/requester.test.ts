import { expect, it } from 'vitest';
import { requesters } from '../../schema/request/vocabulary.ts';
import { openTestApi } from './api.ts';

const submit = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) { __typename
	... on InvalidInput { issues { path } } } }`;
const desk = '{ rightsRequests { edges { node { right requester sent { email onBehalfOf } } } } }';

const asked = { population: 'WEBSITE', rights: ['DELETE'], email: 'agent@example.com' };

it.each(requesters)('tells staff that %s asks, and for whom', async (requester) => {
	await using api = await openTestApi();
	const onBehalfOf = requester === 'SELF' ? null : 'Bo Larsen';
	const { data } = await api.ask(submit, { input: { ...asked, requester, onBehalfOf } });
	expect(data.submitRightsRequest.__typename).toBe('RightsReceipt');
	const key = await api.keyFor('requests:read', 'personal:read');
	const node = (await api.ask(desk, {}, { key })).data.rightsRequests.edges[0].node;
	expect(node).toEqual({ right: 'DELETE', requester, sent: { email: 'agent@example.com', onBehalfOf } });
	const events = await api.store.read((tx) => tx.selectFrom('event').selectAll().execute());
	expect(JSON.stringify(events)).not.toContain('Larsen');
});

it('asks whoever acts for another for whom', async () => {
	await using api = await openTestApi();
	const { data } = await api.ask(submit, { input: { ...asked, requester: 'PARENT' } });
	expect(data.submitRightsRequest.issues).toEqual([{ path: ['onBehalfOf'] }]);
});

it('lets an opt-out stand at once for the address of whoever asks for themselves, and not for that of an agent', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('optouts:read');
	const optOut = { population: 'WEBSITE', rights: ['OPT_OUT'] };
	await api.ask(submit, { input: { ...optOut, email: 'ana@example.com' } });
	const acting = { requester: 'AGENT', onBehalfOf: 'Bo Larsen', email: 'agent@example.com' };
	await api.ask(submit, { input: { ...optOut, ...acting } });
	const state = 'query ($email: String!) { optOutStateOfPerson(email: $email) { optedOut } }';
	const states = [];
	for (const email of ['ana@example.com', 'agent@example.com'])
		states.push((await api.ask(state, { email }, { key })).data.optOutStateOfPerson.optedOut);
	expect(states).toEqual([true, false]);
});
