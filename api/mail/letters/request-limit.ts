import type { PlainDate } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export interface RequestLimitInput extends RequestsInput {
	limit: { count: number; months: number };
	/** The first date on which another one is answered. */
	nextOn: PlainDate;
}

export const requestLimit: Letter<RequestLimitInput> = {
	en: (input, words) => ({
		subject: 'Your request comes too soon',
		paragraphs: [
			'Your address is confirmed. But the notice promises an answer to a limited number of such requests, and yours have been answered already. You asked:',
			rightsOf(input.requests, words),
			`In any ${input.limit.months} months, ${input.limit.count} of these requests are answered. You can ask again from ${words.date(input.nextOn)}.`,
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Su solicitud llega demasiado pronto',
		paragraphs: [
			'Su dirección está confirmada. Pero el aviso promete responder a un número limitado de estas solicitudes, y las suyas ya fueron respondidas. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			`En un periodo de ${input.limit.months} meses se responden ${input.limit.count} de estas solicitudes. Puede pedirlo de nuevo a partir del ${words.date(input.nextOn)}.`,
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
