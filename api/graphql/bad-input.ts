import { GraphQLError } from 'graphql';

/** An error that says what was asked for wrongly, where there is no union to answer with. */
export const badInput = (message: string): GraphQLError =>
	new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
