import type { Letter } from '../letter.ts';
import { codeInEnglish, codeInSpanish, type ObjectionInput } from './parts.ts';

export const objectionLapsed: Letter<ObjectionInput> = {
	en: (input, words) => ({
		subject: 'Your objection has ended unconfirmed',
		paragraphs: [
			`On ${words.moment(input.receivedAt)} we received an objection to version ${input.version} of ${words.quoted(input.title)} with this address. Nobody confirmed that the address is right, and the time for that is over. So it does not count.`,
			'If it was yours, and the time to object still lasts, please send it again and confirm it with the link in the letter.',
			codeInEnglish(input),
		],
		why: 'somebody, we think you, objected with this e-mail address.',
	}),
	es: (input, words) => ({
		subject: 'Su objeción ha terminado sin confirmar',
		paragraphs: [
			`El ${words.moment(input.receivedAt)} recibimos con esta dirección una objeción a la versión ${input.version} de ${words.quoted(input.title)}. Nadie confirmó que la dirección fuera correcta, y el plazo para hacerlo ha terminado. Por eso no cuenta.`,
			'Si era suya y aún dura el plazo para objetar, envíela de nuevo y confírmela con el enlace de la carta.',
			codeInSpanish(input),
		],
		why: 'alguien, creemos que usted, presentó una objeción con esta dirección de correo.',
	}),
};
