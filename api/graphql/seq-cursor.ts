import { GraphQLError } from 'graphql';

/** The number that a cursor of events is; null where none is given. Throws GraphQLError on anything else. */
export const seqOf = (cursor: string | null | undefined): number | null => {
	if (cursor === null || cursor === undefined) return null;
	if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
	throw new GraphQLError('This cursor is none of ours; give the `cursor` of an event, or none.', {
		extensions: { code: 'BAD_USER_INPUT' },
	});
};
