import type { Letter } from '../letter.ts';
import { afterRefusal, type DeniedInput, grantedItems, groundsOf, recordIsKept } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, rightsOf } from './parts.ts';
import type { RequestRefusedInput } from './request-refused.ts';

const restInEnglish = ({ right, items }: DeniedInput) => {
	if (right === 'DELETE')
		return 'Everything else that we held about you has been deleted, here and by those who work for us.';
	if (right !== 'CORRECT') return 'Everything else you have with this answer.';
	return items.length > 0
		? 'This has been corrected as you asked:'
		: 'Everything else has been corrected as you asked.';
};

const restInSpanish = ({ right, items }: DeniedInput) => {
	if (right === 'DELETE')
		return 'Todo lo demás que teníamos sobre usted se ha borrado, aquí y por quienes trabajan para nosotros.';
	if (right !== 'CORRECT') return 'Todo lo demás lo recibe con esta respuesta.';
	return items.length > 0 ? 'Esto se ha corregido como pidió:' : 'Todo lo demás se ha corregido como pidió.';
};

const rest = ({ requests }: RequestRefusedInput, of: (request: DeniedInput) => string) => [
	...new Set(requests.map(of)),
];

export const requestPartly: Letter<RequestRefusedInput> = {
	en: (input, words) => ({
		subject: 'The answer to your request: granted in part',
		paragraphs: [
			'We have done a part of what you asked. You asked:',
			rightsOf(input.requests, words),
			'This we did not do; the reasons, and where the law gives them:',
			groundsOf(input.requests, 'en', words),
			...rest(input, restInEnglish),
			...grantedItems(input.requests, 'en', words),
			...input.messages,
			...afterRefusal(input.requests, input, 'en'),
			recordIsKept.en,
			'If you think that this is wrong, write to the contact named in the notice.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'La respuesta a su solicitud: concedida en parte',
		paragraphs: [
			'Hemos hecho una parte de lo que pidió. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			'Esto no lo hemos hecho; los motivos, y dónde los da la ley:',
			groundsOf(input.requests, 'es', words),
			...rest(input, restInSpanish),
			...grantedItems(input.requests, 'es', words),
			...input.messages,
			...afterRefusal(input.requests, input, 'es'),
			recordIsKept.es,
			'Si cree que es un error, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
