import { z } from 'zod';
import { fieldWords } from './field-words.ts';
import { problemOf, type Targets, webhookEventTypes, webhookTypes } from './webhook.ts';

const eventField = z.enum(Object.values(webhookTypes), fieldWords.choiceUnknown);

/** A webhook to be made. */
export const createWebhookInput = (targets: Targets) =>
	z.object({
		url: z
			.string()
			.trim()
			.max(2_000, 'expected at most 2,000 characters')
			.superRefine((url, { addIssue }) => {
				const problem = problemOf(url, targets);
				if (problem) addIssue(problem);
			}),
		events: z
			.array(eventField)
			.min(1, fieldWords.eventsMissing)
			.transform((names) => webhookEventTypes.filter((type) => names.includes(webhookTypes[type]))),
		system: z
			.string()
			.nullish()
			.transform((id) => id || null),
	});
