import { expect, it } from 'vitest';
import { openTestApi, type TestApi } from './api.ts';
import { addPerson, askForLink, cookiesOf, followLink, linkFor, ownPage, signInAs } from './staff.ts';

const submit = `mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE], email: "ana@example.com",
	details: "My account" }) { __typename } }`;
const list = '{ rightsRequests { edges { node { id status sent { details } } } } }';
const answer = `mutation ($id: ID!) { answerRightsRequest(input: { id: $id, outcome: DENIED, message: "No." }) {
	__typename ... on Refusal { code } } }`;

const codes = (asked: { errors: { extensions?: Record<string, unknown> }[] | undefined }) =>
	asked.errors?.map(({ extensions }) => extensions?.code);

/** A request, and a handler whose sign-in is a quarter of an hour old but whose session is not. */
const withOldSignIn = async (api: TestApi) => {
	await api.ask(submit);
	await api.deliver();
	const person = await addPerson(api, 'HANDLER');
	const headers = await signInAs(api, person.email);
	api.addSeconds(15 * 60);
	return { ...person, headers };
};

it('discloses and answers only after a sign-in that is not older than 15 minutes', async () => {
	await using api = await openTestApi();
	const { email, headers } = await withOldSignIn(api);
	const listed = await api.ask(list, {}, { headers });
	expect(codes(listed)).toEqual(['STEP_UP_NEEDED']);
	const [{ node }] = listed.data.rightsRequests.edges;
	expect(node).toMatchObject({ status: 'AWAITING_CONFIRMATION', sent: null });
	expect(codes(await api.ask(answer, { id: node.id }, { headers }))).toEqual(['STEP_UP_NEEDED']);

	const asked = await askForLink(api, email, headers);
	const signedIn = await followLink(api, await linkFor(api), `${headers.cookie}; ${asked.cookie}`);
	const recent = { ...ownPage, cookie: cookiesOf(signedIn.headers) };
	const again = await api.ask(list, {}, { headers: recent });
	expect(again.data.rightsRequests.edges[0].node.sent).toEqual({ details: 'My account' });
	expect((await api.ask(answer, { id: node.id }, { headers: recent })).data.answerRightsRequest.code).toBe(
		'NOT_CONFIRMED',
	);
});

it('records who read what a person sent by an id alone', async () => {
	await using api = await openTestApi();
	await api.ask(submit);
	await api.deliver();
	const { id, email } = await addPerson(api, 'HANDLER');
	await api.ask(list, {}, { headers: await signInAs(api, email) });
	const events = await api.store.read((tx) =>
		tx.selectFrom('event').selectAll().where('streamKind', '=', 'access').execute(),
	);
	expect(events.map(({ type, data }) => [type, JSON.parse(data)])).toEqual([
		['personalRead', { keyId: null, staffId: id }],
	]);
});

it('refuses for good what the role does not have, and asks no step of a key', async () => {
	await using api = await openTestApi();
	await withOldSignIn(api);
	const auditor = await signInAs(api, (await addPerson(api, 'AUDITOR')).email);
	expect(codes(await api.ask(list, {}, { headers: auditor }))).toEqual(['FORBIDDEN']);
	const key = await api.keyFor('requests:read', 'personal:read');
	api.addSeconds(3600);
	const { data } = await api.ask(list, {}, { key });
	expect(data.rightsRequests.edges[0].node.sent).toEqual({ details: 'My account' });
});
