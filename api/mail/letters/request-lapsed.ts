import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export const requestLapsed: Letter<RequestsInput> = {
	en: (input, words) => ({
		subject: 'Your request has ended unconfirmed',
		paragraphs: [
			`On ${words.moment(input.receivedAt)} we received a request with this address. Nobody confirmed that the address is right, and the time to answer is over. So it has ended without an answer. It asked:`,
			rightsOf(input.requests, words),
			'If the request was yours, please send it again and confirm it with the link in the letter.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Su solicitud ha terminado sin confirmar',
		paragraphs: [
			`El ${words.moment(input.receivedAt)} recibimos una solicitud con esta dirección. Nadie confirmó que la dirección fuera correcta, y el plazo para responder ha terminado. Por eso ha terminado sin respuesta. Pedía ejercer el derecho:`,
			rightsOf(input.requests, words),
			'Si la solicitud era suya, envíela de nuevo y confírmela con el enlace de la carta.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
