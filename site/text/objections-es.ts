import type { ObjectionsText } from './objections-en.ts';

/** What the pages about objections say, in Spanish. */
export const objectionsEs: ObjectionsText = {
	title: 'Oponerse a un cambio',
	asked: ['¿Ya se opuso? ', 'Vea en qué estado está', '.'],
	nothing: 'Ahora no hay nada a lo que oponerse.',
	nothingText: [
		'Cuando se anuncie un cambio importante, aquí se dirá hasta cuándo puede oponerse y qué efecto tiene una objeción. Para enterarse a tiempo, ',
		'deje su dirección',
		'.',
	],
	changeFrom: (title, date) => `${title}, desde el ${date}`,
	seeChanges: 'Vea qué cambia',
	readText: 'Leer el texto nuevo',
	until: (date) => ['Puede oponerse ', `hasta el ${date}`, '.'],
	fromTo: (opens, closes) => `Se admiten objeciones del ${opens} al ${closes}.`,
	effect: 'Qué efecto tiene una objeción',

	form: {
		which: '¿Qué cambio?',
		emailHint:
			'Enviamos un enlace para confirmar la objeción, para que nadie pueda oponerse en su nombre. No se usa para nada más.',
		name: 'Su nombre',
		nameHint: 'Si nos ayuda a encontrar su cuenta.',
		reason: 'Por qué se opone',
		reasonHint: 'No tiene que dar ningún motivo. Si lo da, lo leen personas.',
		nextSteps:
			'Aquí recibe el código de su recibo, y además una carta con un enlace. Confirme en un plazo de 7 días, y la objeción cuenta desde el momento en que la envió.',
		send: 'Enviar la objeción',
	},

	sent: 'Su objeción está enviada',
	received: 'Tenemos su objeción',
	recordedAgainst: (title) => ['Consta contra la versión del ', '', ` de «${title}».`],
	confirmUntil: (date) =>
		`Una carta va de camino a la dirección que dio. Confirme con su enlace hasta el ${date}, y la objeción cuenta, aunque para entonces haya terminado el plazo para oponerse.`,
	keepCode: 'Imprima esta página o anote el código; figura también en la carta.',
	shownTenMinutes: [
		'Un recibo se muestra durante diez minutos. Con el código que figura en él, o en nuestra carta, ',
		'vea en qué estado está su objeción',
		'.',
	],

	confirmTitle: 'Confirme su objeción',
	confirmSaid: 'Ha abierto el enlace que le enviamos. Confirme que la objeción es suya, y cuenta.',
	confirmButton: 'Confirmar la objeción',
	confirmed: 'Su objeción está confirmada',

	statusTitle: 'En qué estado está su objeción',
	seeStatus: 'Vea en qué estado está su objeción',
	withdrawn: 'Su objeción está retirada',
	another: 'Otra objeción',
	receivedOn: (date, title) => [`Recibida el ${date}, contra la versión del `, '', ` de «${title}».`],
	youCanUntil: (date) => `Puede hacerlo hasta el ${date}.`,
	confirmedOn: (date) => `Confirmada el ${date}.`,
	does: 'Qué efecto tiene:',
	withdraw: 'Retirar la objeción',
	status: {
		AWAITING_CONFIRMATION: { name: 'A la espera de usted', said: 'Abra el enlace de nuestra carta para confirmarla.' },
		COUNTED: { name: 'Cuenta', said: 'Su objeción cuenta.' },
		DECIDED: { name: 'Decidida', said: 'La decisión y su motivo le llegaron por carta.' },
		JOINED: { name: 'Ya cuenta', said: 'Otra objeción suya a esta versión ya cuenta. Esta no añade nada.' },
		WITHDRAWN: { name: 'Retirada', said: 'Usted la retiró. Ya no cuenta.' },
		LAPSED: { name: 'Terminada', said: 'No se confirmó a tiempo, y no cuenta.' },
	},
};
