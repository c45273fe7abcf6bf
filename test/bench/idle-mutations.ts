import type { GraphQLObjectType } from 'graphql';
import { schema } from '../../api/graphql/schema.ts';
import { submitObjectionInput } from '../../schema/objection/submission.ts';

/** The server of the tests, whose objections and requests are checked and then forgotten. */
const fields = (schema.getMutationType() as GraphQLObjectType).getFields(); // The schema has mutations.
const field = fields.submitObjection;
if (!field) throw new Error('the schema has submitObjection');
field.resolve = (_source, { input }) => {
	submitObjectionInput.parse(input);
	return { __typename: 'ObjectionReceipt', code: 'AAAA-AAAA-AAAA-AAAA' };
};
await import('../support/server-program.ts');
