import type { ChoicesText } from './choices-en.ts';

/** What the page of standing choices says, in Spanish. */
export const choicesEs: ChoicesText = {
	title: 'Sus opciones de privacidad',
	lead: 'Lo que elija aquí vale de inmediato para este navegador. No hace falta nombre, dirección ni prueba alguna.',
	saved: 'Su elección ya está en efecto. No tiene que hacer nada más.',
	done: 'Hecho',
	error: 'Error',
	signalLabel: 'Señal de exclusión',
	honoured: 'Solicitud de exclusión atendida.',
	honouredText:
		'Su navegador envía la señal Global Privacy Control. La tomamos como su orden de no vender ni compartir los datos de este navegador.',
	honouredBefore:
		'Este navegador envió antes la señal Global Privacy Control. La tomamos como su orden de no vender ni compartir sus datos, y sigue en pie.',
	despite: 'Su navegador dice no, y usted dijo sí.',
	despiteText:
		'Envía la señal Global Privacy Control. Usted permitió la venta y el intercambio a pesar de ella, y seguimos lo que dijo. Puede retirarlo abajo.',
	noSignal:
		'Su navegador no envía la señal Global Privacy Control. Si la activa, la respetamos como exclusión y lo decimos aquí.',
	sharing: 'Venta e intercambio',
	sharingOff: (date) =>
		date
			? `Desactivados desde el ${date}: no vendemos ni compartimos nada de este navegador.`
			: 'Desactivados: no vendemos ni compartimos nada de este navegador.',
	sharingPart: (names) => `Desactivados para ${names}; permitidos para los demás.`,
	sharingOn: 'Permitidos, en la medida en que lo dice el aviso en vigor.',
	stopSharing: 'No vendan ni compartan mis datos',
	allowSharing: 'Permitir la venta y el intercambio',
	some: 'Solo con algunos',
	someLabel: 'No vender ni compartir con',
	stopSome: 'Guardar solo para estos',
	sensitive: 'Datos sensibles',
	sensitiveOff: (date) => `Limitados desde el ${date}: los usamos solo para lo que usted nos pide.`,
	sensitiveOn: 'Sin límite, en la medida en que lo dice el aviso en vigor.',
	limit: 'Limiten el uso de mis datos sensibles',
	allowUse: 'Permitir otros usos de los datos sensibles',
	confirmTitle: '¿Permitirlo de nuevo?',
	confirmSharing: 'Podremos vender y compartir de nuevo los datos de este navegador, como dice el aviso en vigor.',
	confirmSensitive:
		'Podremos usar de nuevo los datos sensibles como dice el aviso en vigor, y no solo para lo que usted nos pide.',
	confirmSignal:
		'Su navegador envía la señal Global Privacy Control, que dice lo contrario. Si continúa, seguimos lo que diga aquí durante un año, o hasta que vuelva a excluirse.',
	yes: 'Sí, permitirlo',
	no: 'No, dejarlo como está',
	more: 'Más allá de este navegador',
	moreText: '¿Quiere lo mismo para lo que guardamos con su nombre o dirección?',
	moreLink: 'Enviarlo con su nombre o dirección',
	elsewhere: (site) => `Llevar esta elección a ${site}, que guarda la suya`,
	keeps:
		'Para guardar su elección ponemos una cookie en este navegador, con un valor al azar y nada más. Si la borra o usa otro navegador, tendrá que elegir de nuevo. La señal no necesita cookie.',
	unreachable: 'No hemos podido consultar lo que eligió. Vuelva a abrir esta página en un momento.',
};
