import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, localeField, optional } from '../fields.ts';
import { slug } from '../notice/frontmatter.ts';
import { type ChangeClass, changeClasses } from '../notice/vocabulary.ts';
import { frequencies, type LeastClass } from './vocabulary.ts';

/** The classes of changes to hear of; where none is named, every one that letters tell of. */
const classesField = z
	.array(z.enum(changeClasses))
	.nullish()
	.transform((classes): readonly ChangeClass[] => (classes?.length ? classes : ['substantive', 'material']))
	.refine((classes) => !classes.includes('editorial'), {
		message: 'No letter tells of an editorial change; the feed of all changes does. Choose SUBSTANTIVE and MATERIAL.',
	})
	.refine((classes) => classes.includes('material'), {
		message: 'Material changes are always told: choose MATERIAL, with or without SUBSTANTIVE.',
	});

/** A wish to hear of changes to some notices; whether they exist is decided later. */
export const subscribeInput = z
	.object({
		notices: z
			.array(slug)
			.min(1, fieldWords.noticesMissing)
			.max(50, fieldWords.noticesMany)
			.transform((slugs) => [...new Set(slugs)]),
		classes: classesField,
		frequency: z
			.enum(frequencies)
			.nullish()
			.transform((frequency) => frequency ?? 'IMMEDIATE'),
		email: emailField,
		locale: optional(localeField),
	})
	.transform(({ classes, ...rest }) => {
		const leastClass: LeastClass = classes.includes('substantive') ? 'substantive' : 'material';
		return { ...rest, leastClass };
	});
export type Subscribe = z.output<typeof subscribeInput>;
