import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, rightsOf } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export const requestReopened: Letter<RequestAnsweredInput> = {
	en: (input, words) => ({
		subject: 'We look at your request again',
		paragraphs: [
			'Your request had ended. We have taken it up again, and you will have a new answer. You asked:',
			rightsOf(input.requests, words),
			...input.messages,
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Volvemos a examinar su solicitud',
		paragraphs: [
			'Su solicitud había terminado. La hemos retomado y recibirá una nueva respuesta. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			...input.messages,
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
