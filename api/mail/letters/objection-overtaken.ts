import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

/** The version objected to was withdrawn before its effect. */
export const objectionOvertaken: Letter<ObjectionInput> = {
	en: (input, words) => ({
		subject: 'The change that you objected to is withdrawn',
		paragraphs: [
			`You objected to version ${input.version} of ${words.quoted(input.title)}. That version is withdrawn. It does not take effect, and the text in force stays as it is. There is nothing that you need to do.`,
			codeInEnglish(input),
		],
		why: 'you confirmed an objection sent with this e-mail address.',
	}),
	es: (input, words) => ({
		subject: 'Se retiró el cambio al que usted se opuso',
		paragraphs: [
			`Usted se opuso a la versión ${input.version} de ${words.quoted(input.title)}. Esa versión se retiró. No entra en vigor, y el texto vigente queda como está. No tiene que hacer nada.`,
			codeInSpanish(input),
		],
		why: 'usted confirmó una objeción enviada con esta dirección de correo.',
	}),
};
