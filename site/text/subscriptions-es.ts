import type { SubscriptionsText } from './subscriptions-en.ts';

/** What the pages about letters of changes say, in Spanish. */
export const subscriptionsEs: SubscriptionsText = {
	title: 'Enterarse de los cambios',
	lead: 'Una carta por correo electrónico cuando un aviso va a cambiar, antes de que cambie, y otra cuando cambia.',
	withoutAddress: 'Sin dar una dirección',
	feeds: 'Cada aviso tiene fuentes para un lector de noticias.',

	form: {
		notices: '¿Qué avisos?',
		classes: '¿Qué cambios?',
		everyChange: 'Todo cambio en lo que dice un aviso',
		everyChangeHint: 'No se cuentan las correcciones de ortografía y similares.',
		materialOnly: 'Solo los cambios sustanciales',
		materialOnlyHint: 'Los que más le importan, anunciados de antemano.',
		frequency: '¿Cada cuánto?',
		frequencyHint: 'De un cambio sustancial le avisamos de inmediato, elija lo que elija aquí.',
		atOnce: 'De inmediato',
		daily: 'Una vez al día, si hay algo que contar',
		weekly: 'Una vez a la semana, si hay algo que contar',
		emailHint: 'Escribimos cuando algo cambia, y para nada más. Cada carta lleva un enlace que pone fin a esto.',
		nextSteps:
			'Recibe una carta con un enlace. Ábralo en un plazo de 48 horas y confirme; si no, borramos entonces la dirección.',
		send: 'Enviarme el enlace',
	},

	lookAtLetters: 'Mire su correo',
	oneMoreStep: 'Un paso más',
	openLink: (until) =>
		`Una carta va de camino a la dirección que dio. Abra el enlace que contiene${until ? ` hasta el ${until}` : ''}, y se enterará de cada cambio. Si no, borramos entonces la dirección.`,

	confirmTitle: 'Confirme su suscripción',
	confirmSaid: 'Confirme que quiere enterarse de los cambios en esta dirección.',
	confirmButton: 'Sí, escríbanme',
	confirmed: 'Se enterará de los cambios',
	addressConfirmed: 'Su dirección está confirmada',
	weWrite: 'Escribimos cuando cambia uno de estos:',
	everyLetter: 'Cada carta lleva un enlace que pone fin a esto.',
	again: 'Suscribirse otra vez',

	endTitle: 'Poner fin a su suscripción',
	endSaid:
		'Entonces no escribimos más cartas sobre cambios a esta dirección, fueran de los avisos que fueran, y la borramos 28 días después.',
	endButton: 'Poner fin a la suscripción',
	ended: 'Su suscripción ha terminado',
	noMore: 'No escribimos más cartas sobre cambios',
	erased: ['Borramos su dirección dentro de 28 días. Puede ', 'suscribirse otra vez', ' cuando quiera, '],
	orRead: ['o leer aquí ', 'los avisos y su historial', '.'],
};
