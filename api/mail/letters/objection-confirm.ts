import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

export interface ObjectionConfirmInput extends ObjectionInput {
	confirm: { url: string; by: Instant };
}

export const objectionConfirm: Letter<ObjectionConfirmInput> = {
	en: (input, words) => ({
		subject: 'Please confirm your objection',
		paragraphs: [
			`On ${words.moment(input.receivedAt)} we received your objection to version ${input.version} of ${words.quoted(input.title)}, which takes effect on ${words.moment(input.effectiveAt)}.`,
			`It counts once you confirm that this address is yours. Open this page and press the button:\n${input.confirm.url}`,
			`Do so before ${words.moment(input.confirm.by)}, even if the time to object is over by then. If you did not object, do nothing.`,
			...(input.effect ? [`What an objection does: ${input.effect}`] : []),
			codeInEnglish(input),
		],
		why: 'somebody, we think you, objected with this e-mail address.',
	}),
	es: (input, words) => ({
		subject: 'Confirme su objeción',
		paragraphs: [
			`El ${words.moment(input.receivedAt)} recibimos su objeción a la versión ${input.version} de ${words.quoted(input.title)}, que entra en vigor el ${words.moment(input.effectiveAt)}.`,
			`Cuenta en cuanto confirme que esta dirección es suya. Abra esta página y pulse el botón:\n${input.confirm.url}`,
			`Hágalo antes del ${words.moment(input.confirm.by)}, aunque para entonces haya terminado el plazo para objetar. Si usted no ha objetado, no haga nada.`,
			...(input.effect ? [`Qué efecto tiene una objeción: ${input.effect}`] : []),
			codeInSpanish(input),
		],
		why: 'alguien, creemos que usted, presentó una objeción con esta dirección de correo.',
	}),
};
