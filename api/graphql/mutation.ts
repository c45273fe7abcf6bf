import { builder } from './builder.ts';

builder.mutationType({
	description: 'Everything that can be done. What the caller can mend is a member of the result, never an error.',
});
