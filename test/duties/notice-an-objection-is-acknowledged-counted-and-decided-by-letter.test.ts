// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { openDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

const submit = `mutation { submitObjection(input: { notice: "california", version: "2027-03-01", email: "ana@example.com" }) {
	... on ObjectionReceipt { code } } }`;
const confirm = 'mutation ($token: String!) { confirmObjection(input: { token: $token }) { __typename } }';
const list = '{ objections(notice: "california", version: "2027-03-01") { edges { node { id status } } } }';
const decide = `mutation ($id: ID!) { decideObjection(input: { id: $id, decision: UPHELD, message: "You gave a good reason." }) {
	... on Objection { status decision } } }`;
const status = 'query ($code: String!) { objectionStatus(code: $code) { status decision } }';

it('from the form to the decision, with a code that shows how it stands and without an account', async () => {
	await using desk = await openDesk();
	const { server } = desk;
	const asked = async <T>(query: string, variables = {}, headers = {}) =>
		(await ask(server.url, query, variables, headers)).body.data as T; // What the query asks for.
	const { code } = (await asked<{ submitObjection: { code: string } }>(submit)).submitObjection;
	const letter = await desk.letter('Please confirm your objection');
	const token = /objections\/confirm\/([\w-]{43})\//.exec(letter)?.[1];
	await ask(server.url, confirm, { token });
	const counted = (await desk.letter('Your objection is counted')).replaceAll(/\s+/g, ' ');
	for (const words of [code, '1 March 2027', 'What your objection does:']) expect(counted).toContain(words);

	const { key } = await newKey(
		{ store: server.store, now: server.now() },
		{ name: 'desk', scopes: ['objections:read', 'objections:decide'], days: 30 },
	);
	const headers = { authorization: `Bearer ${key}` };
	type Objections = { objections: { edges: { node: { id: string } }[] } };
	const { edges } = (await asked<Objections>(list, {}, headers)).objections;
	await ask(server.url, decide, { id: edges[0]?.node.id }, headers);
	expect(await desk.letter('decided')).toContain('You gave a good reason.');
	expect(await asked(status, { code })).toEqual({
		objectionStatus: { status: 'DECIDED', decision: 'UPHELD' },
	});
});
