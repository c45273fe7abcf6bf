import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, optional } from '../fields.ts';
import { slug } from '../notice/frontmatter.ts';
import { standingChoices } from './vocabulary.ts';

const yes = z
	.boolean()
	.nullish()
	.transform((it) => it ?? false);

/** What a browser is to have standing from now on: only ever less, since allowing more takes two steps. */
export const setChoicesInput = z
	.object({
		optOut: yes,
		recipients: z
			.array(slug)
			.max(50, fieldWords.recipientsMany)
			.nullish()
			.transform((keys) => [...new Set(keys ?? [])]),
		limit: yes,
		email: optional(emailField),
		/** What a script saw of the signal. */
		signal: yes,
	})
	.refine(({ optOut, recipients, limit }) => optOut || limit || recipients.length > 0, {
		path: ['optOut'],
		message: fieldWords.nothingToStop,
	});
export type SetChoices = z.output<typeof setChoicesInput>;

/** What a script saw of the signal. */
export const signalInput = z.object({ signal: yes });

/** What is to be allowed again. */
export const optInInput = z.object({
	choice: z.enum(standingChoices, fieldWords.nothingToAllow),
	signal: yes,
});
export type OptIn = z.output<typeof optInInput>;
