import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, localeField, nameField, optional, wordsField } from '../fields.ts';
import { slug, versionId } from '../notice/frontmatter.ts';
import { receiptCodeField } from '../receipt.ts';
import { objectionDecisions } from './vocabulary.ts';

/** One of the two names of the version that is objected to, where it is well formed. */
const changeOf = (field: z.ZodType<string, string>) =>
	z.string().refine((text) => field.safeParse(text).success, fieldWords.changeMissing);

/** An objection as it is sent; whether the version takes objections now is decided later. */
export const submitObjectionInput = z.object({
	notice: changeOf(slug),
	version: changeOf(versionId),
	email: emailField,
	name: optional(nameField),
	reason: optional(wordsField),
	locale: optional(localeField),
});
export type SubmitObjection = z.output<typeof submitObjectionInput>;

/** A decision on one objection, with the words that the letter carries. */
export const decideObjectionInput = z.object({
	id: z.string().min(1, 'Expected the id of an objection.').max(200, 'Expected the id of an objection.'),
	decision: z.enum(objectionDecisions, fieldWords.choiceUnknown),
	message: wordsField,
});

/** A receipt's code. */
export const codeInput = z.object({ code: receiptCodeField });
