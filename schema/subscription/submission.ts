import { z } from 'zod';
import { emailField, localeField, optional } from '../fields.ts';
import { slug } from '../notice/frontmatter.ts';

/** A wish to hear of changes to some notices; whether they exist is decided later. */
export const subscribeInput = z.object({
	email: emailField,
	notices: z
		.array(slug)
		.min(1, 'Choose at least one notice.')
		.max(50, 'Choose at most 50 notices.')
		.transform((slugs) => [...new Set(slugs)]),
	locale: optional(localeField),
});
export type Subscribe = z.output<typeof subscribeInput>;
