import type { Letter } from '../letter.ts';
import {
	type AnswerLink,
	askedInEnglish,
	askedInSpanish,
	codeInEnglish,
	codeInSpanish,
	linkToAnswerInEnglish,
	linkToAnswerInSpanish,
	rightsOf,
} from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export interface RequestMessageInput extends Omit<RequestAnsweredInput, 'items'> {
	/** Null for letters that are posted. */
	link: AnswerLink | null;
}

export const requestMessage: Letter<RequestMessageInput> = {
	en: (input, words) => ({
		subject: 'A message about your request',
		paragraphs: [
			'We write to you about what you asked for:',
			rightsOf(input.requests, words),
			...input.messages,
			...linkToAnswerInEnglish(input.link, words),
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Un mensaje sobre su solicitud',
		paragraphs: [
			'Le escribimos sobre lo que pidió:',
			rightsOf(input.requests, words),
			...input.messages,
			...linkToAnswerInSpanish(input.link, words),
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
