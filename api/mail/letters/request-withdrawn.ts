import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export const requestWithdrawn: Letter<RequestsInput> = {
	en: (input, words) => ({
		subject: 'Your request is withdrawn',
		paragraphs: [
			'Your request has been withdrawn with its receipt code. We do nothing more about it. You had asked:',
			rightsOf(input.requests, words),
			'You can ask again at any time.',
			codeInEnglish(input),
		],
		why: 'a request sent with this e-mail address was withdrawn.',
	}),
	es: (input, words) => ({
		subject: 'Su solicitud está retirada',
		paragraphs: [
			'Su solicitud se ha retirado con su código de recibo. No haremos nada más al respecto. Usted había pedido ejercer su derecho:',
			rightsOf(input.requests, words),
			'Puede pedirlo de nuevo en cualquier momento.',
			codeInSpanish(input),
		],
		why: 'se ha retirado una solicitud enviada con esta dirección de correo.',
	}),
};
