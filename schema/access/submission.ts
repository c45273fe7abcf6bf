import { z } from 'zod';
import { emailField, localeField, nameField, optional } from '../fields.ts';
import { roles } from './access.ts';

/** Somebody to be added to staff. */
export const newStaff = z.object({ name: nameField, email: emailField, role: z.enum(roles) });
export type NewStaff = z.output<typeof newStaff>;

/** The query with which a browser came back from an identity provider. */
export const providerAnswerInput = z.object({ query: z.string().min(1).max(8192) });

/** The address to which a link to sign in is mailed. */
export const requestSignInInput = z.object({ email: emailField, locale: optional(localeField) });
export type RequestSignIn = z.output<typeof requestSignInInput>;
