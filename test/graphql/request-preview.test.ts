import { expect, it } from 'vitest';
import { openTestApi, type TestApi, tokenIn } from './api.ts';
import { addPerson, signInAs } from './staff.ts';

const newest = '{ rightsRequests(first: 100) { edges { node { id revision } } } }';
const refusal = `__typename ... on Refusal { code path } ... on InvalidInput { issues { path } }
	... on WindowClosed { closesAt }`;
const preview = `mutation ($input: ExtendRightsRequestInput!) { result: previewExtendRightsRequest(input: $input) {
	... on RequestPreview { letters { kind channel locale subject text } } ${refusal} } }`;
const extend = `mutation ($input: ExtendRightsRequestInput!) { result: extendRightsRequest(input: $input) { ${refusal} } }`;

/** A confirmed request to delete, and the letter that was sent about it. */
const askedToDelete = async (api: TestApi, key: string) => {
	const { data } = await api.ask(`mutation { submitRightsRequest(input: { population: WEBSITE, rights: [DELETE],
		email: "ana@example.com" }) { ... on RightsReceipt { code requests { dueOn } } } }`);
	const token = tokenIn((await api.deliver())[0], 'requests/confirm');
	await api.ask('mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }', {
		token,
	});
	await api.deliver();
	const { node } = (await api.ask(newest, {}, { key })).data.rightsRequests.edges.at(-1);
	return { code: data.submitRightsRequest.code as string, id: node.id as string, revision: node.revision as number };
};

const dates =
	'query ($id: ID!) { node(id: $id) { ... on RightsRequest { forms { action fields { name options { value } } } } } }';

const laterDate = async (api: TestApi, key: string, id: string): Promise<string> => {
	const { data } = await api.ask(dates, { id }, { key });
	const form = data.node.forms.find((it: { action: string }) => it.action === 'EXTEND');
	return form.fields.find((it: { name: string }) => it.name === 'dueOn').options[0].value;
};

const everything = (api: TestApi) =>
	api.store.read(async (tx) => [
		await tx.selectFrom('event').selectAll().where('streamKind', '!=', 'access').execute(),
		await tx.selectFrom('outbox').selectAll().execute(),
		await tx.selectFrom('request').selectAll().execute(),
		await tx.selectFrom('personal').selectAll().execute(),
		await tx.selectFrom('token').selectAll().execute(),
	]);

it('shows the letter word for word before it is sent, save the receipt code, and changes nothing', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:answer', 'personal:read');
	const { code, id } = await askedToDelete(api, key);
	const input = {
		id,
		dueOn: await laterDate(api, key, id),
		reason: 'COMPLEXITY',
		message: 'We look through old tapes.',
	};
	const before = await everything(api);
	const { data } = await api.ask(preview, { input }, { key });
	expect(await everything(api)).toEqual(before);
	const [shown] = data.result.letters;
	expect(data.result.letters).toHaveLength(1);
	expect(shown).toMatchObject({ kind: 'REQUEST_EXTENDED', channel: 'MAIL', locale: 'en' });
	expect(shown.text).toContain('We look through old tapes.');
	expect(shown.text).not.toContain(code);

	await api.ask(extend, { input }, { key });
	const [sent] = await api.deliver();
	expect(sent?.subject).toBe(shown.subject);
	expect(sent?.text.replaceAll(code, code.replace(/[^-]/g, '·'))).toBe(shown.text);
});

it('records that the text of a letter was read, and keeps it from whoever may not read what people sent', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:answer');
	const { id } = await askedToDelete(api, key);
	const input = { id, dueOn: await laterDate(api, key, id), reason: 'COMPLEXITY', message: 'Old tapes.' };
	const without = await api.ask(preview, { input }, { key });
	expect(without.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
	const reader = await api.keyFor('requests:read', 'requests:answer', 'personal:read');
	const read = () =>
		api.store.read((tx) => tx.selectFrom('event').select('type').where('streamKind', '=', 'access').execute());
	expect(await read()).toEqual([]);
	await api.ask(preview, { input }, { key: reader });
	expect(await read()).toEqual([{ type: 'personalRead' }]);
});

it('refuses what the action itself would refuse, with the same code and field', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:answer', 'personal:read');
	const { id, revision } = await askedToDelete(api, key);
	const good = { id, dueOn: await laterDate(api, key, id), reason: 'COMPLEXITY', message: 'Old tapes.' };
	const wrong = [
		{ ...good, dueOn: '2030-01-01' },
		{ ...good, expectedRevision: revision - 1 },
		{ ...good, message: '' },
		{ ...good, id: 'nonsense' },
	];
	for (const input of wrong) {
		const shown = (await api.ask(preview, { input }, { key })).data.result;
		expect(shown).toEqual((await api.ask(extend, { input }, { key })).data.result);
		expect(shown.__typename).toMatch(/Refused|InvalidInput/);
	}
	api.addSeconds(300 * 86_400);
	const late = (await api.ask(preview, { input: good }, { key })).data.result;
	expect(late).toEqual((await api.ask(extend, { input: good }, { key })).data.result);
	expect(late.__typename).toBe('WindowClosed');
});

it('says of all that happened to a request when it was, and who of staff or which tool did it', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read', 'requests:verify');
	const { id } = await askedToDelete(api, key);
	const officer = await signInAs(api, (await addPerson(api, 'OFFICER')).email);
	const verify = `mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER],
		declaration: true }) { __typename } }`;
	const ask =
		'mutation ($id: ID!) { askAboutRightsRequest(input: { id: $id, question: DETAILS, message: "Which shop?" }) { __typename } }';
	await api.ask(verify, { id }, { key });
	await api.ask(ask, { id }, { headers: officer });
	const history = 'query ($id: ID!) { node(id: $id) { ... on RightsRequest { history { type at by keyId } } } }';
	const at = api.now;
	expect((await api.ask(history, { id }, { key })).data.node.history).toEqual([
		{ type: 'REQUEST_SUBMITTED', at, by: null, keyId: null },
		{ type: 'REQUEST_CONFIRMED', at, by: null, keyId: null },
		{ type: 'REQUEST_VERIFIED', at, by: null, keyId: /^nk_([0-9a-f]+)_/.exec(key)?.[1] },
		{ type: 'REQUEST_ASKED', at, by: 'The officer', keyId: null },
	]);
});
