import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, localeField, nameField, optional } from '../fields.ts';
import { roles, type Scope, scopes } from './access.ts';

/** Somebody to be added to staff. */
export const newStaff = z.object({ name: nameField, email: emailField, role: z.enum(roles, fieldWords.choiceUnknown) });
export type NewStaff = z.output<typeof newStaff>;

const idField = z.string().min(1, 'Expected an id.').max(200, 'Expected an id.');

/** One person, key, webhook or delivery. */
export const aimedAt = z.object({ id: idField });

/** Another role for a person of staff. */
export const changeStaffRoleInput = z.object({ id: idField, role: z.enum(roles, fieldWords.choiceUnknown) });

/** A key lives for a year at most. */
export const longestKeyDays = 365;

const scopeField = z.custom<Scope>((it) => scopes.some((scope) => scope === it), fieldWords.choiceUnknown);

/** A key to be made. */
export const createApiKeyInput = z.object({
	name: nameField,
	scopes: z
		.array(scopeField)
		.min(1, fieldWords.scopesMissing)
		.transform((wanted) => scopes.filter((scope) => wanted.includes(scope))),
	days: z.int(fieldWords.keyDays).min(1, fieldWords.keyDays).max(longestKeyDays, fieldWords.keyDays),
});
export type CreateApiKey = z.output<typeof createApiKeyInput>;

/** The query with which a browser came back from an identity provider. */
export const providerAnswerInput = z.object({ query: z.string().min(1).max(8192) });

/** The address to which a link to sign in is mailed. */
export const requestSignInInput = z.object({ email: emailField, locale: optional(localeField) });
export type RequestSignIn = z.output<typeof requestSignInInput>;
