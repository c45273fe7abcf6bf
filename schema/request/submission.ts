import { z } from 'zod';
import { fieldWords } from '../field-words.ts';
import { emailField, localeField, nameField, optional, tokenField, wordsField } from '../fields.ts';
import { populations, type Right, rights } from '../notice/vocabulary.ts';
import { receiptCodeField } from '../receipt.ts';
import { type PlainDate, plainDateField } from '../time.ts';
import { type AccessPeriod, accessPeriods, isImmediate, mostCorrections, requesters } from './vocabulary.ts';

/** The rights asked for. */
export const rightsField = z
	.array(z.enum(rights, fieldWords.choiceUnknown))
	.min(1, fieldWords.rightsMissing)
	.refine((chosen) => new Set(chosen).size === chosen.length, fieldWords.rightTwice);

/** One thing to be corrected, and what shows it. */
export const correctionField = z.object({ what: wordsField, shouldBe: wordsField, evidence: optional(wordsField) });
export type Correction = z.output<typeof correctionField>;

/** What is to be corrected: one thing, several, or both; each is decided for itself. */
export const correctionFields = {
	correction: correctionField.nullish().transform((it) => it ?? undefined),
	corrections: z
		.array(correctionField)
		.max(mostCorrections, fieldWords.correctionsMany)
		.nullish()
		.transform((list) => list ?? []),
};

/** All that is to be corrected, in the order in which it is numbered from 1. */
export const correctionsIn = ({
	correction,
	corrections = [],
}: {
	correction?: Correction | undefined;
	corrections?: readonly Correction[];
}): Correction[] => [...(correction ? [correction] : []), ...corrections];

/** How far back a request to know asks; as far as the law lets it where nothing is said, which is better for the person. */
export const periodFields = {
	period: z
		.enum(accessPeriods, fieldWords.choiceUnknown)
		.nullish()
		.transform((it) => it ?? undefined),
	/** Looked at where the period is SINCE. */
	sinceOn: optional(
		z
			.string()
			.refine((text) => plainDateField.safeParse(text).success, fieldWords.sinceMissing)
			.transform((text) => plainDateField.parse(text)),
	),
};

/** Whether a day is named where one is needed. */
export const namesItsDay = ({
	period,
	sinceOn,
}: {
	period?: AccessPeriod | undefined;
	sinceOn?: PlainDate | undefined;
}): boolean => period !== 'SINCE' || sinceOn !== undefined;

/** The rights that are asked for, also where something is wrong with the list of them. */
const rightsIn = (value: unknown): Right[] => {
	const { data } = z.object({ rights: z.array(z.unknown()) }).safeParse(value);
	return rights.filter((right) => data?.rights.includes(right));
};

/** Whether an issue is about a field, or about the whole, which then has no fields. */
const blames = (issues: readonly { path?: PropertyKey[] | undefined }[], field: string) =>
	issues.some(({ path }) => !path?.length || path[0] === field);

/** A rights request as it is sent; whether the notice in force offers the rights is decided later. */
export const submitRightsRequestInput = z
	.object({
		population: z.enum(populations, fieldWords.populationMissing),
		rights: rightsField,
		requester: z
			.enum(requesters, fieldWords.choiceUnknown)
			.nullish()
			.transform((it) => it ?? 'SELF'),
		/** The person acted for, where it is another than who asks. */
		onBehalfOf: optional(nameField),
		/** Where that person can be asked whether an agent may act for them. */
		onBehalfOfEmail: optional(emailField),
		email: optional(emailField),
		name: optional(nameField),
		details: optional(wordsField),
		...periodFields,
		...correctionFields,
		locale: optional(localeField),
	})
	// Run also where other fields are wrong, so that everything to mend is said at once.
	.refine((value) => rightsIn(value).every(isImmediate) || value.email !== undefined, {
		path: ['email'],
		message: fieldWords.emailNeeded,
		when: ({ issues }) => !blames(issues, 'email'),
	})
	.refine(namesItsDay, {
		path: ['sinceOn'],
		message: fieldWords.sinceMissing,
		when: ({ issues }) => !blames(issues, 'period') && !blames(issues, 'sinceOn'),
	})
	.refine((value) => !rightsIn(value).includes('CORRECT') || correctionsIn(value).length > 0, {
		path: ['correction'],
		message: fieldWords.correctionMissing,
		when: ({ issues }) => !blames(issues, 'correction') && !blames(issues, 'corrections'),
	})
	.refine(({ email, onBehalfOfEmail }) => !onBehalfOfEmail || onBehalfOfEmail.toLowerCase() !== email?.toLowerCase(), {
		path: ['onBehalfOfEmail'],
		message: fieldWords.onBehalfOfEmailOwn,
		when: ({ issues }) => !blames(issues, 'email') && !blames(issues, 'onBehalfOfEmail'),
	})
	.refine(({ requester, onBehalfOf }) => requester === 'SELF' || onBehalfOf !== undefined, {
		path: ['onBehalfOf'],
		message: fieldWords.onBehalfOfMissing,
		when: ({ issues }) => !blames(issues, 'requester') && !blames(issues, 'onBehalfOf'),
	});
export type SubmitRightsRequest = z.output<typeof submitRightsRequestInput>;

/** The token of a link in a letter. */
export const tokenInput = z.object({ token: tokenField });

/** The token of the letter to the person acted for, and whether they let the agent act. */
export const agentAnswerInput = z.object({ token: tokenField, authorised: z.boolean() });

/** A receipt's code, and the right to withdraw; all of them where none is named. */
export const withdrawRightsRequestInput = z.object({
	code: receiptCodeField,
	right: z.enum(rights, fieldWords.choiceUnknown).nullish(),
});

/** The address to which lost codes are mailed. */
export const resendCodesInput = z.object({ email: emailField });
