import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';

export interface SubscriptionInput {
	/** Titles of the notices. */
	titles: readonly string[];
}

export interface SubscriptionConfirmInput extends SubscriptionInput {
	confirm: { url: string; by: Instant };
}

export const subscriptionConfirm: Letter<SubscriptionConfirmInput> = {
	en: (input, words) => ({
		subject: 'Please confirm your subscription',
		paragraphs: [
			'You asked to hear of changes to:',
			words.list(input.titles),
			`Please confirm that this address is yours. Open this page and press the button:\n${input.confirm.url}`,
			`Do so before ${words.moment(input.confirm.by)}. If you did not ask for this, do nothing: without the button you get no more letters, and we erase this address then.`,
		],
		why: 'somebody, we think you, gave this e-mail address to hear of changes.',
	}),
	es: (input, words) => ({
		subject: 'Confirme su suscripción',
		paragraphs: [
			'Usted pidió que le avisemos de los cambios en:',
			words.list(input.titles),
			`Confirme que esta dirección es suya. Abra esta página y pulse el botón:\n${input.confirm.url}`,
			`Hágalo antes del ${words.moment(input.confirm.by)}. Si usted no ha pedido esto, no haga nada: sin el botón no recibirá más cartas y entonces borraremos esta dirección.`,
		],
		why: 'alguien, creemos que usted, dio esta dirección de correo para recibir avisos de los cambios.',
	}),
};
