import { z } from 'zod';
import { emailField, localeField, optional } from '../fields.ts';
import { slug, versionId } from '../notice/frontmatter.ts';
import { plainDateField } from '../time.ts';

/** Most people that one call hands over. */
export const mostAddressees = 500;

const person = z.object({ email: emailField, locale: optional(localeField) });

/** People whom a change affects, to be told of it once. */
export const audienceInput = z.object({
	notice: slug,
	version: versionId,
	people: z
		.array(person)
		.min(1, 'Name at least one person.')
		.max(mostAddressees, `Hand over at most ${mostAddressees} people at once.`),
});

export type AudienceInput = z.output<typeof audienceInput>;
export type Addressee = AudienceInput['people'][number];

const count = z.int().min(0, 'Enter a whole number.');

/** What the organisation's own mailer says of having told people of a change. */
export const deliveryReportInput = z
	.object({
		notice: slug,
		version: versionId,
		/** The mailer. */
		by: z.string().trim().min(1, 'Name the mailer.').max(200, 'Use at most 200 characters.'),
		sentOn: plainDateField,
		sent: count,
		delivered: count,
		failed: count,
		/** SHA-256 of the report itself, which stays with the organisation. */
		sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Enter the 64 hexadecimal digits of the report’s SHA-256.'),
	})
	.refine((it) => it.delivered + it.failed <= it.sent, {
		path: ['sent'],
		message: 'No more can have been delivered and failed than were sent.',
	});

export type DeliveryReport = z.output<typeof deliveryReportInput>;

/** Something wrong in a line of a file, said without quoting it. */
export interface LineFlaw {
	line: number;
	message: string;
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');

/**
 * The people of a CSV file: an address in each line and, after a comma, perhaps a language; a first line with the names of
 * the columns is passed over. Flaws name lines and never quote them.
 */
export const parseAudienceCsv = (text: string): { people: Addressee[]; flaws: LineFlaw[] } => {
	const people: Addressee[] = [];
	const flaws: LineFlaw[] = [];
	for (const [index, line] of text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.entries()) {
		const [email = '', locale, ...more] = line.split(',').map(unquoted);
		if (line.trim() === '' || (index === 0 && /^e-?mail$/i.test(email))) continue;
		const parsed = person.safeParse({ email, locale });
		if (parsed.success && more.length === 0) people.push(parsed.data);
		else flaws.push({ line: index + 1, message: 'Expected an e-mail address and, after a comma, perhaps a language.' });
	}
	return { people, flaws };
};
