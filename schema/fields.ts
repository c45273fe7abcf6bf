import { z } from 'zod';
import { fieldWords } from './field-words.ts';

// Everything that is not text: C0 and C1 controls, and the marks that turn the direction of what follows.
const controls = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const noControls = (text: string) => !controls.test(text);

/** An address as mail is sent to it: the part after the @ in ASCII where it is written in other letters (RFC 5890). */
const withAsciiDomain = (text: string): string => {
	const [, name, domain] = /^(.+)@([\p{L}\p{N}\p{M}.·-]+)$/u.exec(text) ?? [];
	if (!name || !domain || !URL.canParse(`http://${domain}`)) return text;
	return `${name}@${new URL(`http://${domain}`).hostname}`;
};

/** Zod's own pattern, and the top-level domains that are written in other letters. */
const plainAddress = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([a-z0-9][a-z0-9-]*\.)+([a-z]{2,}|xn--[a-z0-9-]+)$/i;

/** An e-mail address, trimmed, of at most 254 characters (RFC 5321); one such as `name@müller.example` in ASCII. */
export const emailField = z
	.string()
	.trim()
	.min(1, fieldWords.emailMissing)
	.refine(noControls, fieldWords.emailMalformed)
	.transform(withAsciiDomain)
	.pipe(z.email({ pattern: plainAddress, error: fieldWords.emailMalformed }).max(254, fieldWords.emailLong));

/** A person's name, on one line. */
export const nameField = z
	.string()
	.trim()
	.min(1, fieldWords.nameMissing)
	.max(200, fieldWords.nameLong)
	.refine(noControls, fieldWords.nameMalformed);

/** A person's own words: several lines, no other control characters. */
export const wordsField = z
	.string()
	.transform((text) => text.replace(/\r\n?/g, '\n').trim())
	.pipe(
		z
			.string()
			.min(1, fieldWords.wordsMissing)
			.max(4000, fieldWords.wordsLong)
			.refine((text) => noControls(text.replace(/[\n\t]/g, ' ')), fieldWords.wordsMalformed),
	);

/** What one sending of a form is known by, so that the same sent again is recorded once. */
export const idempotencyKeyField = z.string().min(1, fieldWords.keyLength).max(255, fieldWords.keyLength);

/** The token of a mailed link. */
export const tokenField = z
	.string()
	.trim()
	.regex(/^[A-Za-z0-9_-]{16,128}$/, fieldWords.tokenMalformed);

/** A BCP 47 language tag such as `es` or `es-MX`. */
export const localeField = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, fieldWords.localeMalformed);

/** The field where it is filled in; a form's empty string, null and nothing at all are the same. */
export const optional = <T extends z.ZodType<unknown, string>>(field: T) =>
	z
		.string()
		.nullish()
		.transform((text) => (text === null || text?.trim() === '' ? undefined : text))
		.pipe(field.optional());
