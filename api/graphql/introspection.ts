import { BREAK, type DocumentNode, GraphQLError, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ApiContext } from '../context.ts';

const refusal = () =>
	new GraphQLError('The schema is a file: see /schema.graphql. Asking for it here needs a key.', {
		extensions: { code: 'FORBIDDEN', http: { status: 400 } },
	});

/** Whether a document asks for the field `__schema`, whatever its alias; an operation or fragment of that name does not. */
const asksForSchema = (document: DocumentNode): boolean => {
	let asks = false;
	visit(document, {
		Field(node) {
			if (node.name.value !== '__schema') return undefined;
			asks = true;
			return BREAK;
		},
	});
	return asks;
};

/** Lets only callers with a key ask for the whole schema; `__type` and `__typename` stay open, since clients need them. */
export const introspectionByKey: Plugin<ApiContext> = {
	// Not while validating: a validated document is remembered for every caller, and nobody's key is known by then.
	onExecute({ args, setResultAndStopExecution }) {
		if (args.contextValue.scopes.size === 0 && asksForSchema(args.document)) {
			setResultAndStopExecution({ errors: [refusal()] });
		}
	},
};
