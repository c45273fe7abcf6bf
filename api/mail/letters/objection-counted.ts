import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

export const objectionCounted: Letter<ObjectionInput> = {
	en: (input, words) => ({
		subject: 'Your objection is counted',
		paragraphs: [
			`Thank you. Your objection to version ${input.version} of ${words.quoted(input.title)} is counted. The version takes effect on ${words.moment(input.effectiveAt)}.`,
			...(input.effect ? [`What your objection does: ${input.effect}`] : []),
			'You can withdraw it with your receipt code.',
			codeInEnglish(input),
		],
		why: 'you confirmed an objection sent with this e-mail address.',
	}),
	es: (input, words) => ({
		subject: 'Su objeción cuenta',
		paragraphs: [
			`Gracias. Su objeción a la versión ${input.version} de ${words.quoted(input.title)} cuenta. La versión entra en vigor el ${words.moment(input.effectiveAt)}.`,
			...(input.effect ? [`Qué efecto tiene su objeción: ${input.effect}`] : []),
			'Puede retirarla con su código de recibo.',
			codeInSpanish(input),
		],
		why: 'usted confirmó una objeción enviada con esta dirección de correo.',
	}),
};
