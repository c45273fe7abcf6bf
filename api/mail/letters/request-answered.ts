import type { Letter } from '../letter.ts';
import { recordIsKept } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export interface RequestAnsweredInput extends RequestsInput {
	/** What staff wrote, one for each request that has one. */
	messages: readonly string[];
}

export const requestAnswered: Letter<RequestAnsweredInput> = {
	en: (input, words) => ({
		subject: 'The answer to your request',
		paragraphs: [
			'We have done what you asked. You asked:',
			rightsOf(input.requests, words),
			...input.messages,
			recordIsKept.en,
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'La respuesta a su solicitud',
		paragraphs: [
			'Hemos hecho lo que pidió. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			...input.messages,
			recordIsKept.es,
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
