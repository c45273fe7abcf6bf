import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, rightsOf } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export const requestRefused: Letter<RequestAnsweredInput> = {
	en: (input, words) => ({
		subject: 'We could not do what you asked',
		paragraphs: [
			'We have looked at your request and did not grant it. You asked:',
			rightsOf(input.requests, words),
			...(input.messages.length > 0 ? ['The reason:', ...input.messages] : []),
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
			...(input.messages.length > 0 ? ['El motivo:', ...input.messages] : []),
			'Si cree que es un error, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
