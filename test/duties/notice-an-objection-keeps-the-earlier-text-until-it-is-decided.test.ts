// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { openTestApi, tokenIn } from '../graphql/api.ts';
import { dialects, newStore } from '../support/stores.ts';

const submit = `mutation ($email: String!) { submitObjection(input: {
	notice: "california", version: "2027-03-01", email: $email, reason: "No." }) { ... on ObjectionReceipt { code } } }`;
const confirm = `mutation ($token: String!) { confirmObjection(input: { token: $token }) { ... on ObjectionReceiptStatus { status } ... on Refusal { code } } }`;
const list = `{ objections(notice: "california", version: "2027-03-01") { edges { node { id status decision } } } }`;
const decide = `mutation ($id: ID!, $decision: ObjectionDecision!) { decideObjection(input: {
	id: $id, decision: $decision, message: "We looked at it." }) { ... on Objection { status decision } ... on Refusal { code } } }`;
const withdraw = `mutation ($code: String!) { withdrawObjection(input: { code: $code }) { __typename } }`;
const governs = `query ($subjects: [GoverningSubjectInput!]!) {
	governingVersions(notice: "california", subjects: $subjects) { why version { version } } }`;

it.each(dialects)('for whoever objected, and for nobody else, on %s', async (dialect) => {
	await using api = await openTestApi({ store: await newStore(dialect) });
	const key = await api.keyFor('objections:read', 'objections:decide', 'governing:read');
	const people = ['ana@example.com', 'ben@example.com', 'cleo@example.com'];
	const codes: string[] = [];
	for (const email of people.slice(0, 2)) {
		codes.push((await api.ask(submit, { email })).data.submitObjection.code);
		api.addSeconds(1);
	}
	for (const letter of await api.deliver()) await api.ask(confirm, { token: tokenIn(letter, 'objections/confirm') });
	await api.deliver();
	const nodes = (await api.ask(list, {}, { key })).data.objections.edges.map((it: { node: object }) => it.node);
	expect(nodes).toMatchObject([{ status: 'COUNTED' }, { status: 'COUNTED' }]);

	const governing = async () => {
		const { data } = await api.ask(governs, { subjects: people.map((email) => ({ email })) }, { key });
		return data.governingVersions.map((it: { why: string; version: { version: string } }) => [
			it.version.version,
			it.why,
		]);
	};
	const inForce = (version: string) => [version, 'IN_FORCE'];
	expect(await governing()).toEqual([inForce('2026-09-01'), inForce('2026-09-01'), inForce('2026-09-01')]);

	api.setNow(instant('2027-03-01T00:00:00-08:00'));
	const undecided = ['2026-09-01', 'OBJECTION_UNDECIDED'];
	expect(await governing()).toEqual([undecided, undecided, inForce('2027-03-01')]);

	await api.ask(decide, { id: nodes[0].id, decision: 'UPHELD' }, { key });
	await api.ask(decide, { id: nodes[1].id, decision: 'REJECTED' }, { key });
	const letters = await api.deliver();
	expect(letters.map(({ to }) => to).sort()).toEqual(people.slice(0, 2));
	for (const { text } of letters) expect(text).toContain('The reason:\nWe looked at it.');
	expect(await governing()).toEqual([['2026-09-01', 'OBJECTION_UPHELD'], inForce('2027-03-01'), inForce('2027-03-01')]);
	const twice = await api.ask(decide, { id: nodes[0].id, decision: 'REJECTED' }, { key });
	expect(twice.data.decideObjection).toEqual({ code: 'ALREADY_ENDED' });

	await api.ask(withdraw, { code: codes[0] });
	expect(await governing()).toEqual([inForce('2027-03-01'), inForce('2027-03-01'), inForce('2027-03-01')]);
});

it('is told by POST only, and only to who may ask', async () => {
	await using api = await openTestApi();
	const subjects = [{ email: 'ana@example.com' }];
	expect((await api.ask(governs, { subjects })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
	const key = await api.keyFor('governing:read');
	const query = encodeURIComponent(
		'{ governingVersion(notice: "california", subject: { email: "ana@example.com" }) { why } }',
	);
	const headers = { authorization: `Bearer ${key}`, 'x-graphql-yoga-csrf': '1' };
	const { text } = await api.send({ headers }, `?query=${query}`);
	expect(text).toContain('Ask this by POST');
	const wrong = await api.ask(governs, { subjects: [{ email: 'ana' }] }, { key });
	expect(wrong.errors?.[0]?.message).toBe('Subject 1: expected an e-mail address such as name@example.org.');
});
