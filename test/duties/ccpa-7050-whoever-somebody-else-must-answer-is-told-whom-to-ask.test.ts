// Keeps: scope.populations.*.referTo
import { expect, it } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { ask } from '../support/graphql.ts';

const submit = `mutation { submitRightsRequest(input: { population: CUSTOMER, rights: [DELETE], email: "ana@example.com" }) {
	__typename ... on Referral { referTo } } }`;

// 11 CCR § 7050: a service provider tells the person that it acts for somebody else, or acts for that business.
it('at once, and nothing of what they sent is kept', async () => {
	await using desk = await openDesk();
	const { body } = await ask(desk.server.url, submit);
	const referTo = expect.stringMatching(/.{20}/);
	expect(body.data?.submitRightsRequest).toEqual({ __typename: 'Referral', referTo });
	expect(await desk.requests()).toEqual([]);
	const kept = await desk.server.store.read((tx) => tx.selectFrom('personal').select('id').execute());
	expect(kept).toEqual([]);
});
