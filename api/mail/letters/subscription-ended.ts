import type { PlainDate } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';

export interface SubscriptionEndedInput {
	/** When the address is destroyed. */
	eraseOn: PlainDate;
}

export const subscriptionEnded: Letter<SubscriptionEndedInput> = {
	en: (input, words) => ({
		subject: 'Your subscription has ended',
		paragraphs: [
			'This is the last letter. You no longer hear from us of changes to our notices.',
			`We erase this e-mail address from our list of subscribers on ${words.date(input.eraseOn)}.`,
		],
		why: 'the subscription of this e-mail address was ended with the link in a letter.',
	}),
	es: (input, words) => ({
		subject: 'Su suscripción ha terminado',
		paragraphs: [
			'Esta es la última carta. Ya no le avisaremos de los cambios en nuestros avisos.',
			`Borraremos esta dirección de correo de nuestra lista de suscriptores el ${words.date(input.eraseOn)}.`,
		],
		why: 'la suscripción de esta dirección de correo terminó con el enlace de una carta.',
	}),
};
