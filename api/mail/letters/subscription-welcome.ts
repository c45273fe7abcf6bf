import type { Frequency, LeastClass } from '../../../schema/subscription/vocabulary.ts';
import type { Letter } from '../letter.ts';
import type { SubscriptionInput } from './subscription-confirm.ts';

export interface SubscriptionWelcomeInput extends SubscriptionInput {
	leastClass: LeastClass;
	frequency: Frequency;
}

const inEnglish: Record<Frequency, string> = {
	IMMEDIATE: 'We write at once.',
	DAILY: 'We write at once of material changes, and once a day of others.',
	WEEKLY: 'We write at once of material changes, and once a week of others.',
};
const inSpanish: Record<Frequency, string> = {
	IMMEDIATE: 'Le escribiremos enseguida.',
	DAILY: 'Le escribiremos enseguida si el cambio es material, y una vez al día de los demás.',
	WEEKLY: 'Le escribiremos enseguida si el cambio es material, y una vez a la semana de los demás.',
};

export const subscriptionWelcome: Letter<SubscriptionWelcomeInput> = {
	en: ({ titles, leastClass, frequency }, words) => ({
		subject: 'Your subscription is confirmed',
		paragraphs: [
			`Thank you. We write to you when a ${leastClass === 'material' ? 'material change' : 'change'} is announced or takes effect in:`,
			words.list(titles),
			leastClass === 'material' ? inEnglish.IMMEDIATE : inEnglish[frequency],
			'To choose otherwise, subscribe again: your latest choice for a notice holds.',
			'At the foot of every letter stands a link that ends this.',
		],
		why: 'you confirmed this e-mail address to hear of changes.',
	}),
	es: ({ titles, leastClass, frequency }, words) => ({
		subject: 'Su suscripción está confirmada',
		paragraphs: [
			`Gracias. Le escribiremos cuando se anuncie o entre en vigor un cambio${leastClass === 'material' ? ' material' : ''} en:`,
			words.list(titles),
			leastClass === 'material' ? inSpanish.IMMEDIATE : inSpanish[frequency],
			'Para elegir otra cosa, suscríbase de nuevo: vale su última elección para cada aviso.',
			'Al pie de cada carta hay un enlace para darse de baja.',
		],
		why: 'usted confirmó esta dirección de correo para recibir avisos de los cambios.',
	}),
};
