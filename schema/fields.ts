import { z } from 'zod';

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
	.min(1, 'Enter your e-mail address.')
	.refine(noControls, 'Enter an e-mail address such as name@example.org.')
	.transform(withAsciiDomain)
	.pipe(
		z
			.email({ pattern: plainAddress, error: 'Enter an e-mail address such as name@example.org.' })
			.max(254, 'An e-mail address has at most 254 characters.'),
	);

/** A person's name, on one line. */
export const nameField = z
	.string()
	.trim()
	.min(1, 'Enter a name.')
	.max(200, 'Use at most 200 characters.')
	.refine(noControls, 'Use letters only, on one line.');

/** A person's own words: several lines, no other control characters. */
export const wordsField = z
	.string()
	.transform((text) => text.replace(/\r\n?/g, '\n').trim())
	.pipe(
		z
			.string()
			.min(1, 'Enter a few words.')
			.max(4000, 'Use at most 4,000 characters.')
			.refine((text) => noControls(text.replace(/[\n\t]/g, ' ')), 'Remove the characters that are not text.'),
	);

/** What one sending of a form is known by, so that the same sent again is recorded once. */
export const idempotencyKeyField = z
	.string()
	.min(1, 'Use a key of 1 to 255 characters.')
	.max(255, 'Use a key of 1 to 255 characters.');

/** The token of a mailed link. */
export const tokenField = z
	.string()
	.trim()
	.regex(/^[A-Za-z0-9_-]{16,128}$/, 'This link is not complete. Copy the whole link from the letter.');

/** A BCP 47 language tag such as `es` or `es-MX`. */
export const localeField = z
	.string()
	.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'Enter a language such as en or es.');

/** The field where it is filled in; a form's empty string, null and nothing at all are the same. */
export const optional = <T extends z.ZodType<unknown, string>>(field: T) =>
	z
		.string()
		.nullish()
		.transform((text) => (text === null || text?.trim() === '' ? undefined : text))
		.pipe(field.optional());
