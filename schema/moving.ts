import { z } from 'zod';
import { emailField, localeField, nameField, optional, wordsField } from './fields.ts';
import { slug, versionId } from './notice/frontmatter.ts';
import { populations } from './notice/vocabulary.ts';
import { rightsField } from './request/submission.ts';
import { requesters } from './request/vocabulary.ts';
import { subscribeInput } from './subscription/submission.ts';
import { plainDateField } from './time.ts';

/** What comes over from another system. */
export const movingKinds = ['requests', 'optouts', 'subscribers', 'objections'] as const;
export type MovingKind = (typeof movingKinds)[number];

/** Several values in one cell, with spaces or semicolons between them. */
const several = (cell: unknown) =>
	typeof cell === 'string' ? cell.split(/[\s;]+/).filter((part) => part !== '') : cell;

/** What the case is called in the system that it comes from; the same one again is known. */
const reference = z
	.string()
	.trim()
	.min(1, 'Name the case as the other system does.')
	.max(200, 'Use at most 200 characters.');

const request = z.object({
	reference,
	receivedOn: plainDateField,
	population: z.enum(populations, `Expected one of ${populations.join(', ')}.`),
	rights: z.preprocess(several, rightsField),
	requester: optional(z.enum(requesters, `Expected one of ${requesters.join(', ')}.`)),
	email: optional(emailField),
	name: optional(nameField),
	details: optional(wordsField),
	locale: optional(localeField),
});

const optOut = z.object({
	email: emailField,
	chosenOn: plainDateField,
	choices: z.preprocess(several, z.array(z.enum(['OPT_OUT', 'LIMIT'], 'Expected OPT_OUT, LIMIT or both.')).min(1)),
});

const subscriber = z
	.object({
		email: emailField,
		notices: z.preprocess(several, z.array(slug)),
		classes: z.preprocess(several, z.array(z.string())).optional(),
		frequency: optional(z.string()),
		locale: optional(localeField),
		/** When the owner of the address agreed. */
		consentOn: plainDateField,
		/** How that is known. */
		consent: wordsField,
	})
	.transform(({ consentOn, consent, ...wish }, issues) => {
		const parsed = subscribeInput.safeParse(wish);
		if (parsed.success) return { ...parsed.data, consentOn, consent };
		for (const { path, message } of parsed.error.issues) issues.addIssue({ code: 'custom', path, message });
		return z.NEVER;
	});

const objection = z.object({
	reference,
	notice: slug,
	version: versionId,
	email: emailField,
	objectedOn: plainDateField,
	name: optional(nameField),
	reason: optional(wordsField),
	locale: optional(localeField),
});

/** One line of each kind of file; the names of its columns are those of its fields. */
export const movingRows = { requests: request, optouts: optOut, subscribers: subscriber, objections: objection };

export type MovingRow<Kind extends MovingKind> = z.output<(typeof movingRows)[Kind]>;
