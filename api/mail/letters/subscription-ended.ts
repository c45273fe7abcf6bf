import type { Letter } from '../letter.ts';
import type { SubscriptionInput } from './subscription-confirm.ts';

export const subscriptionEnded: Letter<SubscriptionInput> = {
	en: (input, words) => ({
		subject: 'Your subscription has ended',
		paragraphs: ['This is the last letter. You no longer hear from us of changes to:', words.list(input.titles)],
		why: 'the subscription of this e-mail address was ended with the link in a letter.',
	}),
	es: (input, words) => ({
		subject: 'Su suscripción ha terminado',
		paragraphs: ['Esta es la última carta. Ya no le avisaremos de los cambios en:', words.list(input.titles)],
		why: 'la suscripción de esta dirección de correo terminó con el enlace de una carta.',
	}),
};
