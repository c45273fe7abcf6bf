import type { Rule } from './rule.ts';

/** Every file can be read, and every field is one that the schema knows. */
export const f1SchemaValid: Rule = {
	id: 'F1',
	level: 'error',
	citation: 'A promise is data: what the schema does not know, nothing can keep.',
	check: ({ unread }) => unread,
};
