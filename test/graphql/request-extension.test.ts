import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from './api.ts';

const submit = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com" }) {
	... on RightsReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const first = '{ rightsRequests { edges { node { id revision dueOn clocks { duty dueOn cite } } } } }';
const extend = `mutation ($input: ExtendRightsRequestInput!) { extendRightsRequest(input: $input) { __typename
	... on RightsRequest { dueOn extendedOn extensionReason revision availableActions }
	... on Refusal { code path } ... on InvalidInput { issues { path message } } } }`;
const status = `query ($code: String!) { requestStatus(code: $code) {
	requests { dueOn extendedOn extensionReason status } } }`;

const confirmed = async (api: TestApi) => {
	const { code } = (await api.ask(submit)).data.submitRightsRequest;
	const [letter] = await api.deliver();
	const token = /confirm\/([\w-]+)\//.exec(letter?.text ?? '')?.[1];
	await api.ask(confirm, { token });
	await api.deliver();
	const key = await api.keyFor('requests:read', 'requests:answer');
	const request = (await api.ask(first, {}, { key })).data.rightsRequests.edges[0].node;
	const later = request.clocks.filter(({ duty }: { duty: string }) => duty === 'EXTEND');
	return { code, key, request, later: later[0].dueOn as string };
};

it('puts an answer off once, tells the person by letter and on the status page', async () => {
	await using api = await openTestApi();
	const { code, key, request, later } = await confirmed(api);
	const input = { id: request.id, dueOn: later, reason: 'COMPLEXITY', message: 'Two archives must be searched.' };
	const { data } = await api.ask(extend, { input }, { key });
	expect(data.extendRightsRequest).toMatchObject({
		dueOn: later,
		extensionReason: 'COMPLEXITY',
		availableActions: ['VERIFY', 'ASK', 'WRITE', 'CHARGE', 'REFUSE', 'CLOSE'],
	});
	const [letter] = await api.deliver();
	expect(letter?.kind).toBe('request-extended');
	expect(letter?.text).toContain('Two archives must be searched.');
	expect((await api.ask(status, { code })).data.requestStatus.requests).toEqual([
		expect.objectContaining({ dueOn: later, extensionReason: 'COMPLEXITY', status: 'IN_PROGRESS' }),
	]);
	const again = await api.ask(extend, { input }, { key });
	expect(again.data.extendRightsRequest.code).toBe('ALREADY_EXTENDED');
	expect(await api.deliver()).toEqual([]);
});

it('refuses a date that was not promised, and says which field to mend', async () => {
	await using api = await openTestApi();
	const { key, request } = await confirmed(api);
	const input = { id: request.id, dueOn: request.dueOn, reason: 'COMPLEXITY', message: 'Later.' };
	expect((await api.ask(extend, { input }, { key })).data.extendRightsRequest).toEqual({
		__typename: 'Refused',
		code: 'DATE_NOT_PROMISED',
		path: ['dueOn'],
	});
});

it('lets one of two who saw the same revision act, and tells the other to look again', async () => {
	await using api = await openTestApi();
	const { key, request, later } = await confirmed(api);
	const input = {
		id: request.id,
		expectedRevision: request.revision,
		dueOn: later,
		reason: 'NUMBER_OF_REQUESTS',
		message: 'Many ask at this time.',
	};
	const both = await Promise.all([1, 2].map(() => api.ask(extend, { input }, { key })));
	const results = both.map(({ data }) => data.extendRightsRequest.code ?? 'done').sort();
	expect(results).toEqual(['CONFLICT', 'done']);
});
