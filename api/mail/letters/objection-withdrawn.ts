import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

export const objectionWithdrawn: Letter<ObjectionInput> = {
	en: (input, words) => ({
		subject: 'Your objection is withdrawn',
		paragraphs: [
			`Your objection to version ${input.version} of ${words.quoted(input.title)} has been withdrawn with its receipt code. It does not count any more.`,
			'While the time to object lasts you can object again.',
			codeInEnglish(input),
		],
		why: 'an objection sent with this e-mail address was withdrawn.',
	}),
	es: (input, words) => ({
		subject: 'Su objeción está retirada',
		paragraphs: [
			`Su objeción a la versión ${input.version} de ${words.quoted(input.title)} se ha retirado con su código de recibo. Ya no cuenta.`,
			'Mientras dure el plazo para objetar, puede presentar otra.',
			codeInSpanish(input),
		],
		why: 'se ha retirado una objeción enviada con esta dirección de correo.',
	}),
};
