import type { Letter } from '../letter.ts';
import {
	askedInEnglish,
	askedInSpanish,
	codeInEnglish,
	codeInSpanish,
	type RequestsInput,
	rightsWithDatesInEnglish,
	rightsWithDatesInSpanish,
	sinceInEnglish,
	sinceInSpanish,
} from './parts.ts';

export const requestConfirmed: Letter<RequestsInput> = {
	en: (input, words) => ({
		subject: 'Your request is confirmed',
		paragraphs: [
			'Thank you. Your address is confirmed, and we are working on your request:',
			rightsWithDatesInEnglish(input.requests, words),
			...sinceInEnglish(input.requests, words),
			'Before we give or change anything we may have to make sure who you are. If we need anything for that, we write to you at this address.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Su solicitud está confirmada',
		paragraphs: [
			'Gracias. Su dirección está confirmada y ya trabajamos en su solicitud:',
			rightsWithDatesInSpanish(input.requests, words),
			...sinceInSpanish(input.requests, words),
			'Antes de entregar o cambiar nada puede que tengamos que comprobar quién es usted. Si necesitamos algo para ello, le escribiremos a esta dirección.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
