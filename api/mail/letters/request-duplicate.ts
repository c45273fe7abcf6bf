import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export const requestDuplicate: Letter<RequestsInput> = {
	en: (input, words) => ({
		subject: 'You have asked this before',
		paragraphs: [
			'An earlier request of yours asks the same, and we answer you with that one. So this one has ended. It asked:',
			rightsOf(input.requests, words),
			'If you meant something else, write to the contact named in the notice.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Ya nos pidió esto',
		paragraphs: [
			'Una solicitud anterior suya pide lo mismo, y le respondemos con ella. Por eso esta ha terminado. Pedía ejercer el derecho:',
			rightsOf(input.requests, words),
			'Si quería otra cosa, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
