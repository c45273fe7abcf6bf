import type { Right } from '../../../schema/notice/vocabulary.ts';
import type { Letter } from '../letter.ts';
import { afterRefusal, groundsOf, recordIsKept } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, rightsOf } from './parts.ts';
import type { RequestRefusedInput } from './request-refused.ts';

const restInEnglish = (right: Right) =>
	({
		DELETE: 'Everything else that we held about you has been deleted, here and by those who work for us.',
		CORRECT: 'Everything else has been corrected as you asked.',
	})[right as string] ?? 'Everything else you have with this answer.';

const restInSpanish = (right: Right) =>
	({
		DELETE: 'Todo lo demás que teníamos sobre usted se ha borrado, aquí y por quienes trabajan para nosotros.',
		CORRECT: 'Todo lo demás se ha corregido como pidió.',
	})[right as string] ?? 'Todo lo demás lo recibe con esta respuesta.';

const rest = ({ requests }: RequestRefusedInput, of: (right: Right) => string) => [
	...new Set(requests.map(({ right }) => of(right))),
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
			...input.messages,
			...afterRefusal(input.requests, input, 'es'),
			recordIsKept.es,
			'Si cree que es un error, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
