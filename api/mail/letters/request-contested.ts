import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export interface RequestContestedInput extends RequestAnsweredInput {
	/** Which of the corrections. */
	items: readonly number[];
}

export const requestContested: Letter<RequestContestedInput> = {
	en: (input) => ({
		subject: 'We have noted that you contest the data',
		paragraphs: [
			`We did not correct everything that you asked. It is now noted at the data that you contest it, and those who received the data are told so. The note is about: ${input.items.map((item) => `correction ${item}`).join(', ')}.`,
			...(input.messages.length > 0 ? ['Your statement, which is kept with the data:', ...input.messages] : []),
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input) => ({
		subject: 'Hemos anotado que usted discute los datos',
		paragraphs: [
			`No corregimos todo lo que pidió. Ahora consta junto a los datos que usted los discute, y se dice a quienes los recibieron. La nota se refiere a: ${input.items.map((item) => `corrección ${item}`).join(', ')}.`,
			...(input.messages.length > 0 ? ['Su declaración, que se guarda con los datos:', ...input.messages] : []),
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
