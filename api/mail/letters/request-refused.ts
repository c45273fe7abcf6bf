import type { Letter } from '../letter.ts';
import { afterRefusal, type Choices, type DeniedInput, groundsOf } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type ReceiptInput, rightsOf } from './parts.ts';

export interface RequestRefusedInput extends ReceiptInput, Choices {
	requests: readonly DeniedInput[];
	/** What staff wrote, one for each request that has one. */
	messages: readonly string[];
}

export const requestRefused: Letter<RequestRefusedInput> = {
	en: (input, words) => ({
		subject: 'We could not do what you asked',
		paragraphs: [
			'We have looked at your request and did not grant it. You asked:',
			rightsOf(input.requests, words),
			'The reasons, and where the law gives them:',
			groundsOf(input.requests, 'en', words),
			...input.messages,
			...afterRefusal(input.requests, input, 'en'),
			'If you think that this is wrong, write to the contact named in the notice.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'No hemos podido hacer lo que pidió',
		paragraphs: [
			'Hemos examinado su solicitud y no la hemos concedido. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			'Los motivos, y dónde los da la ley:',
			groundsOf(input.requests, 'es', words),
			...input.messages,
			...afterRefusal(input.requests, input, 'es'),
			'Si cree que es un error, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
