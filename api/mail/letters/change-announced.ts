import type { Letter } from '../letter.ts';
import { type ChangeInput, extractInEnglish, extractInSpanish } from './parts.ts';

export const changeAnnounced: Letter<ChangeInput> = {
	en: (input, words) => ({
		subject: `${input.title}: a change is announced`,
		paragraphs: [
			`${words.quoted(input.title)} changes on ${words.moment(input.effectiveAt)} (version ${input.version}).`,
			input.summary,
			...(input.changes.length > 0 ? [words.list(input.changes)] : []),
			...extractInEnglish(input.extract, words),
			`The new text:\n${input.url}`,
			...(input.compareUrl ? [`What changes, word by word:\n${input.compareUrl}`] : []),
			...(input.objection
				? [
						`You can object from ${words.moment(input.objection.opensAt)} to ${words.moment(input.objection.closesAt)}:\n${input.objection.url}`,
						...(input.objection.effect ? [`What an objection does: ${input.objection.effect}`] : []),
					]
				: []),
		],
		why: 'you asked us to tell you of changes to this notice.',
	}),
	es: (input, words) => ({
		subject: `${input.title}: se anuncia un cambio`,
		paragraphs: [
			`${words.quoted(input.title)} cambia el ${words.moment(input.effectiveAt)} (versión ${input.version}).`,
			input.summary,
			...(input.changes.length > 0 ? [words.list(input.changes)] : []),
			...extractInSpanish(input.extract, words),
			`El texto nuevo:\n${input.url}`,
			...(input.compareUrl ? [`Qué cambia, palabra por palabra:\n${input.compareUrl}`] : []),
			...(input.objection
				? [
						`Puede presentar una objeción desde el ${words.moment(input.objection.opensAt)} hasta el ${words.moment(input.objection.closesAt)}:\n${input.objection.url}`,
						...(input.objection.effect ? [`Qué efecto tiene una objeción: ${input.objection.effect}`] : []),
					]
				: []),
		],
		why: 'usted nos pidió que le avisáramos de los cambios en este aviso.',
	}),
};
