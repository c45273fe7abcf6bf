import type { Letter } from '../letter.ts';
import { type ChangeInput, extractInEnglish, extractInSpanish } from './parts.ts';

export const changeInForce: Letter<ChangeInput> = {
	en: (input, words) => ({
		subject: `${input.title}: a change is in force`,
		paragraphs: [
			`Since ${words.moment(input.effectiveAt)}, version ${input.version} of ${words.quoted(input.title)} is in force.`,
			input.summary,
			...(input.changes.length > 0 ? [words.list(input.changes)] : []),
			...extractInEnglish(input.extract, words),
			`The text in force:\n${input.url}`,
			...(input.compareUrl ? [`What changed, word by word:\n${input.compareUrl}`] : []),
		],
		why: 'you asked us to tell you of changes to this notice.',
	}),
	es: (input, words) => ({
		subject: `${input.title}: un cambio está en vigor`,
		paragraphs: [
			`Desde el ${words.moment(input.effectiveAt)} está en vigor la versión ${input.version} de ${words.quoted(input.title)}.`,
			input.summary,
			...(input.changes.length > 0 ? [words.list(input.changes)] : []),
			...extractInSpanish(input.extract, words),
			`El texto en vigor:\n${input.url}`,
			...(input.compareUrl ? [`Qué ha cambiado, palabra por palabra:\n${input.compareUrl}`] : []),
		],
		why: 'usted nos pidió que le avisáramos de los cambios en este aviso.',
	}),
};
