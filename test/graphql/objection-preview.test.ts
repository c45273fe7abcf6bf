import { expect, it } from 'vitest';
import { openTestApi, tokenIn } from './api.ts';

const submit = `mutation { submitObjection(input: { notice: "california", version: "2027-03-01", email: "ben@example.com" }) {
	... on ObjectionReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }';
const list = '{ objections(notice: "california", version: "2027-03-01") { edges { node { id status } } } }';
const preview = `mutation ($input: DecideObjectionInput!) { result: previewDecideObjection(input: $input) {
	... on ObjectionPreview { letters { kind subject text } } ... on Refusal { code } } }`;
const decide = 'mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { __typename } }';

it('shows the letter of a decision word for word, save the receipt code, and decides nothing', async () => {
	await using api = await openTestApi();
	const { code } = (await api.ask(submit)).data.submitObjection;
	const token = tokenIn((await api.deliver())[0], 'objections/confirm');
	await api.ask(confirm, { token });
	await api.deliver();
	const key = await api.keyFor('requests:read', 'objections:read', 'objections:decide', 'personal:read');
	const read = async () => (await api.ask(list, {}, { key })).data.objections.edges[0].node;
	const input = { id: (await read()).id, decision: 'REJECTED', message: 'We draw no inferences about you.' };

	const { result } = (await api.ask(preview, { input }, { key })).data;
	expect(result.letters).toHaveLength(1);
	expect((await read()).status).toBe('COUNTED');
	expect(await api.deliver()).toEqual([]);

	await api.ask(decide, { input }, { key });
	const [letter] = await api.deliver();
	const hidden = letter?.text.replaceAll(code, code.replace(/[^-]/g, '·'));
	expect(result.letters).toEqual([{ kind: 'OBJECTION_DECIDED', subject: letter?.subject, text: hidden }]);
	expect((await api.ask(preview, { input }, { key })).data.result.code).toBe('ALREADY_ENDED');
	const unknown = { ...input, id: Buffer.from('Objection:x').toString('base64') };
	expect((await api.ask(preview, { input: unknown }, { key })).data.result.code).toBe('UNKNOWN_OBJECTION');
});
