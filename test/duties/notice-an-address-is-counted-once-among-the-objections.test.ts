// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { openTestApi, tokenIn } from '../graphql/api.ts';
import { dialects, newStore } from '../support/stores.ts';

const submit = `mutation { submitObjection(input: { notice: "california", version: "2027-03-01", email: "ana@example.com" }) { __typename } }`;
const confirm = `mutation ($token: String!) { confirmObjection(input: { token: $token }) {
	... on ObjectionReceiptStatus { status } ... on Refusal { code } } }`;
const count = '{ notice(slug: "california") { announced { objectionCount } } }';

it.each(dialects)('also when several of its letters are answered at the same moment, on %s', async (dialect) => {
	await using api = await openTestApi({ store: await newStore(dialect) });
	for (let sent = 0; sent < 5; sent += 1) await api.ask(submit);
	const tokens = (await api.deliver()).map((letter) => tokenIn(letter, 'objections/confirm'));
	const answers = await Promise.all(tokens.map((token) => api.ask(confirm, { token })));
	const outcomes = answers.map(({ data }) => data.confirmObjection.status ?? data.confirmObjection.code);
	expect(outcomes.sort()).toEqual([...Array(4).fill('ALREADY_COUNTED'), 'COUNTED']);
	expect((await api.ask(count)).data.notice.announced[0].objectionCount).toBe(1);
});
