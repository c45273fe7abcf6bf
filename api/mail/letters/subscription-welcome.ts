import type { Letter } from '../letter.ts';
import type { SubscriptionInput } from './subscription-confirm.ts';

export const subscriptionWelcome: Letter<SubscriptionInput> = {
	en: (input, words) => ({
		subject: 'Your subscription is confirmed',
		paragraphs: [
			'Thank you. We write to you when a change is announced or takes effect in:',
			words.list(input.titles),
			'At the foot of every letter stands a link that ends this.',
		],
		why: 'you confirmed this e-mail address to hear of changes.',
	}),
	es: (input, words) => ({
		subject: 'Su suscripción está confirmada',
		paragraphs: [
			'Gracias. Le escribiremos cuando se anuncie o entre en vigor un cambio en:',
			words.list(input.titles),
			'Al pie de cada carta hay un enlace para darse de baja.',
		],
		why: 'usted confirmó esta dirección de correo para recibir avisos de los cambios.',
	}),
};
