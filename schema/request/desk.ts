import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, localeField, nameField, optional, wordsField } from '../fields.ts';
import { categoryKeys, feeGrounds, populations } from '../notice/vocabulary.ts';
import { groundKeys } from '../regimes/grounds.ts';
import { plainDateField } from '../time.ts';
import { correctionFields, namesItsDay, periodFields, rightsField } from './submission.ts';
import {
	closings,
	dataPoints,
	extensionReasons,
	outcomes,
	proofs,
	questions,
	reopenings,
	requesters,
	staffManners,
} from './vocabulary.ts';

/** Who asks: the person where nothing else is said. */
const requesterField = z.enum(requesters, 'Choose from the list.').nullish();

/** A request that came otherwise than by the form, as staff enters it. */
export const recordRightsRequestInput = z
	.object({
		population: z.enum(populations, 'Choose how the person knows us.'),
		rights: rightsField,
		requester: requesterField,
		manner: z.enum(staffManners, 'Choose from the list.'),
		receivedOn: plainDateField,
		email: optional(emailField),
		/** Where letters are posted to, if there is no e-mail address. */
		post: optional(wordsField),
		name: optional(nameField),
		/** The person acted for, where it is another than who asks. */
		onBehalfOf: optional(nameField),
		onBehalfOfEmail: optional(emailField),
		details: optional(wordsField),
		...periodFields,
		...correctionFields,
		locale: optional(localeField),
	})
	.refine(namesItsDay, { path: ['sinceOn'], message: fieldWords.sinceMissing });
export type RecordRightsRequest = z.output<typeof recordRightsRequestInput>;

const idField = z.string().min(1, 'Expected the id of a request.').max(200, 'Expected the id of a request.');

/** The request that staff acts on, and the revision of it that they saw; absent where any will do. */
const aim = {
	id: idField,
	expectedRevision: z.int().min(1, 'Expected a revision, from 1.').nullish(),
};

const pointsField = z
	.array(z.enum(dataPoints, 'Choose from the list.'))
	.nullish()
	.transform((points) => points ?? []);

const yes = z
	.boolean()
	.nullish()
	.transform((it) => it ?? false);

/** What was found out about who asks. */
export const verifyRightsRequestInput = z.object({
	...aim,
	points: pointsField,
	contested: pointsField,
	declaration: yes,
	reauthenticated: yes,
});

/** What somebody has shown who asks for another. */
export const authoriseRightsRequestInput = z.object({
	...aim,
	proof: z.enum(
		proofs.filter((proof) => proof !== 'IDENTITY'),
		'Choose from the list.',
	),
});

/** The person acted for, who is asked whether the agent may act: at the address that came with the request, unless another is given. */
export const askConsumerInput = z.object({ ...aim, email: optional(emailField), locale: optional(localeField) });

/** The request that is answered with categories. */
export const treatAsCategoriesInput = z.object({ ...aim, message: wordsField });

/** What the person is asked for. */
export const askAboutRightsRequestInput = z.object({
	...aim,
	question: z.enum(questions, 'Choose from the list.'),
	message: wordsField,
});

/** A message to the person. */
export const writeAboutRightsRequestInput = z.object({ ...aim, message: wordsField });

/** A file that came with a message about a request. */
export const openFileInput = z.object({ id: idField, fileId: z.uuid('Expected the id of a file.') });

/** A fee, and why. */
export const chargeForRightsRequestInput = z.object({
	...aim,
	ground: z.enum(feeGrounds, 'Choose from the list.'),
	cents: z.int('Expected a whole number of cents.').min(1, 'Expected at least one cent.').max(100_000_00),
	message: wordsField,
});

/** The later date of an answer, why, and the words that the letter carries. */
export const extendRightsRequestInput = z.object({
	...aim,
	dueOn: plainDateField,
	reason: z.enum(extensionReasons, 'Choose from the list.'),
	message: wordsField,
});

const denial = z.object({
	category: z
		.enum(categoryKeys)
		.nullish()
		.transform((it) => it ?? null),
	item: z
		.int()
		.min(1, 'Corrections are numbered from 1.')
		.nullish()
		.transform((it) => it ?? null),
	ground: z.enum(groundKeys),
});

/** The answer to a request, with the words that the letter carries. */
export const answerRightsRequestInput = z.object({
	...aim,
	outcome: z.enum(outcomes, 'Choose from the list.'),
	ground: z
		.enum(groundKeys)
		.nullish()
		.transform((it) => it ?? null),
	denials: z
		.array(denial)
		.max(100, 'At most 100 parts can be refused.')
		.nullish()
		.transform((it) => it ?? []),
	message: wordsField,
});

/** The request that is laid aside, and why. */
export const closeRightsRequestInput = z.object({
	...aim,
	reason: z.enum(closings, 'Choose from the list.'),
	duplicateOf: optional(idField),
});

/** The request that is taken up again, and why. */
export const reopenRightsRequestInput = z.object({
	...aim,
	reason: z.enum(reopenings, 'Choose from the list.'),
	message: wordsField,
});

const words = (text: string) => text.trim().split(/\s+/).filter(Boolean).length;

/** The refused corrections that the person contests, with a statement where it is about their health (11 CCR 7023(f)). */
export const contestAccuracyInput = z.object({
	...aim,
	items: z.array(z.int().min(1, 'Corrections are numbered from 1.')).min(1, 'Name the corrections.'),
	statement: optional(wordsField.refine((text) => words(text) <= 250, 'A statement has at most 250 words.')),
});
