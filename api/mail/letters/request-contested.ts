import type { Letter } from '../letter.ts';
import { itemName } from './denial-parts.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export interface RequestContestedInput extends RequestAnsweredInput {
	/** Each correction that is contested, by its number, with the person's own statement where they made one. */
	contested: readonly { item: number; statement: string | null }[];
}

export const requestContested: Letter<RequestContestedInput> = {
	en: ({ contested, items, ...input }, words) => {
		const name = (item: number) => itemName(item, items, 'en', words);
		return {
			subject: 'We have noted that you contest the data',
			paragraphs: [
				'We did not correct everything that you asked. It is now noted at the data that you contest it, and those who received the data are told so. The note is about:',
				words.list(contested.map(({ item }) => name(item))),
				...contested.flatMap(({ item, statement }) =>
					statement ? [`Your statement on ${name(item)}, which is kept with the data:`, statement] : [],
				),
				...input.messages,
				codeInEnglish(input),
			],
			why: askedInEnglish,
		};
	},
	es: ({ contested, items, ...input }, words) => {
		const name = (item: number) => itemName(item, items, 'es', words);
		return {
			subject: 'Hemos anotado que usted discute los datos',
			paragraphs: [
				'No corregimos todo lo que pidió. Ahora consta junto a los datos que usted los discute, y se dice a quienes los recibieron. La nota se refiere a:',
				words.list(contested.map(({ item }) => name(item))),
				...contested.flatMap(({ item, statement }) =>
					statement ? [`Su declaración sobre ${name(item)}, que se guarda con los datos:`, statement] : [],
				),
				...input.messages,
				codeInSpanish(input),
			],
			why: askedInSpanish,
		};
	},
};
