// Keeps: commitments.rights, commitments.verification.rights
import { GraphQLInputObjectType, isNonNullType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { openTestApi } from '../graphql/api.ts';

// 11 CCR § 7027(b)–(e)
it('acts at once on a browser of which nothing is known', async () => {
	await using api = await openTestApi();
	const query = 'mutation { setChoices(input: { limit: true }) { ... on OptOutState { limited optedOut } } }';
	expect((await api.ask(query)).data.setChoices).toEqual({ limited: true, optedOut: false });
});

it('has no field that must be filled in', () => {
	const input = schema.getType('SetChoicesInput');
	const fields = input instanceof GraphQLInputObjectType ? Object.values(input.getFields()) : [];
	expect(fields.length).toBeGreaterThan(3);
	expect(fields.filter(({ type }) => isNonNullType(type))).toEqual([]);
});
