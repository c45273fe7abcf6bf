import { z } from 'zod';
import { acceptance, slug, versionId } from '../notice/frontmatter.ts';
import { labelledLocales } from '../notice/labels.ts';
import { changeClasses, laws } from '../notice/vocabulary.ts';
import { instantField, plainDateField, zoneField } from '../time.ts';

const words = z.string().trim().min(1, 'expected some words');

/** The form of `organisation.yaml`. */
export const organisationFile = z.strictObject({
	name: words,
	url: z.url({ protocol: /^https$/, error: 'expected an address that begins with https://' }),
});

/** The form of `people.yaml`: who may sign off what. */
export const peopleFile = z.array(
	z.strictObject({ id: slug, name: words, signsOff: z.array(z.enum(changeClasses)).default([]) }),
);

/** The form of `notices/<slug>/notice.yaml`; versions are named here only to take one back. */
export const noticeFile = z
	.strictObject({
		/** In each of the locales. */
		title: z.record(z.string(), words),
		zone: zoneField,
		/** The first one controls. */
		locales: z.array(z.enum(labelledLocales)).min(1),
		/** The law that its content is held to; where it is absent, California's if the text speaks of California. */
		law: z.enum(laws).optional(),
		/** Yearly reviews, also those that changed nothing. */
		reviews: z.array(z.strictObject({ on: plainDateField, by: slug })).default([]),
		/** Flaws of versions that are published already, so that their own front matter can no longer accept them. */
		accepts: z.array(acceptance.extend({ version: versionId })).default([]),
		/** Versions taken back between announcement and effect. */
		withdrawals: z.array(z.strictObject({ version: versionId, at: instantField, reason: words })).default([]),
	})
	.refine((it) => it.locales.every((locale) => locale in it.title), {
		path: ['title'],
		message: 'expected a title in each of the locales',
	});

export type NoticeSettings = z.output<typeof noticeFile>;
