import type { ObjectionDecision } from '../../../schema/objection/vocabulary.ts';
import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

export interface DecisionInput extends ObjectionInput {
	decision: ObjectionDecision;
	/** The reason, in the words of staff. */
	message: string;
}

export const objectionDecided: Letter<DecisionInput> = {
	en: (input, words) => ({
		subject: 'Your objection is decided',
		paragraphs: [
			input.decision === 'UPHELD'
				? `We uphold your objection to version ${input.version} of ${words.quoted(input.title)}. The earlier text goes on to hold for you.`
				: `We do not uphold your objection to version ${input.version} of ${words.quoted(input.title)}. From ${words.moment(input.effectiveAt)} that version holds for you; what was agreed before about data that we already hold is not changed by this.`,
			`The reason:\n${input.message}`,
			codeInEnglish(input),
		],
		why: 'you confirmed an objection sent with this e-mail address.',
	}),
	es: (input, words) => ({
		subject: 'Su objeción está decidida',
		paragraphs: [
			input.decision === 'UPHELD'
				? `Aceptamos su objeción a la versión ${input.version} de ${words.quoted(input.title)}. Para usted sigue valiendo el texto anterior.`
				: `No aceptamos su objeción a la versión ${input.version} de ${words.quoted(input.title)}. A partir del ${words.moment(input.effectiveAt)} esa versión vale para usted; esto no cambia lo acordado antes sobre los datos que ya tenemos.`,
			`El motivo:\n${input.message}`,
			codeInSpanish(input),
		],
		why: 'usted confirmó una objeción enviada con esta dirección de correo.',
	}),
};
