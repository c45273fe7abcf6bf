import type { Letter } from '../letter.ts';
import { recordIsKept } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export interface RequestAnsweredInput extends RequestsInput {
	/** What staff wrote, one for each request that has one. */
	messages: readonly string[];
	/** What the person calls each thing to be corrected, from the first; none for other rights, and where the words are gone. */
	items: readonly string[];
}

export const requestAnswered: Letter<RequestAnsweredInput> = {
	en: (input, words) => ({
		subject: 'The answer to your request',
		paragraphs: [
			'We have done what you asked. You asked:',
			rightsOf(input.requests, words),
			...(input.items.length > 0 ? ['We have corrected:', words.list(input.items.map(words.quoted))] : []),
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
			...(input.items.length > 0 ? ['Hemos corregido:', words.list(input.items.map(words.quoted))] : []),
			...input.messages,
			recordIsKept.es,
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
