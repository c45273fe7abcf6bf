import type { Linked } from './forms-en.ts';
import type { RequestsText } from './requests-en.ts';

/** What the pages about requests say, in Spanish. */
export const requestsEs: RequestsText = {
	rights: {
		KNOW_SPECIFIC: {
			title: 'Pedir una copia de sus datos',
			short: 'Una copia de sus datos',
			lead: 'Recibe los datos concretos que tenemos sobre usted, en un formato que puede leer y llevarse a otro lugar.',
		},
		KNOW_CATEGORIES: {
			title: 'Preguntar qué clases de datos tenemos',
			short: 'Las clases de datos que tenemos',
			lead: 'Le decimos qué categorías tenemos sobre usted, de dónde vienen, para qué las tenemos y quién las recibió.',
		},
		DELETE: {
			title: 'Pedirnos que eliminemos sus datos',
			short: 'Eliminación',
			lead: 'Eliminamos lo que tenemos sobre usted, y le decimos qué nos permite conservar la ley, y por qué.',
		},
		CORRECT: {
			title: 'Pedirnos que corrijamos sus datos',
			short: 'Corrección',
			lead: 'Díganos qué está mal y qué debería decir.',
		},
		OPT_OUT: {
			title: 'Excluirse de la venta y el intercambio',
			short: 'Sin venta ni intercambio',
			lead: 'Díganos que no vendamos ni compartamos sus datos. Vale sin ninguna prueba de quién es usted.',
		},
		LIMIT: {
			title: 'Limitar el uso de datos sensibles',
			short: 'Uso limitado de datos sensibles',
			lead: 'Entonces usamos los datos sensibles solo para lo que nos pidió. Vale sin ninguna prueba de quién es usted.',
		},
	},

	hubTitle: 'Preguntar por sus datos',
	hubLead:
		'No necesita ninguna cuenta. Recibe un código, y con él puede seguir lo que ha pedido hasta que se le responda.',
	asked: ['¿Ya lo pidió? ', 'Vea en qué estado está', ' '],
	findLost: ['o ', 'recupere un código perdido', '.'],
	howKnown: '¿De qué nos conoce?',
	applies: (title) => `Se aplica: ${title}.`,
	turnTo: (who) => `No podemos responderle nosotros. Diríjase a ${who}.`,
	whatToAsk: 'Qué puede pedir',
	whatDoYouAsk: '¿Qué pide?',
	chooseAgain: 'Elegir otra vez',
	appliesTo: (who) => [`${who}: se aplica `, '', '.'],
	allRights: 'Todos los derechos',
	referYou: (who) => `Le remitimos a ${who}`,

	atOnceHere: [
		'Solo para este navegador basta pulsar una vez en ',
		'Sus opciones de privacidad',
		'. Lo que envíe aquí vale también de inmediato para este navegador y, más allá de él, para lo que encontremos con su nombre o dirección.',
	],
	limitToo: [
		'Para limitar también el uso de datos sensibles, use ',
		'su propio formulario',
		', o elija ambas cosas abajo.',
	],
	optOutWarning:
		'Algunos servicios necesitan pasar algunos datos. Si una exclusión pusiera fin a uno de ellos, le decimos a cuál.',
	timesAYear: (times) => `${times === 2 ? 'Dos veces' : `${times} veces`} cada 12 meses, sin coste.`,
	answeredAtOnce: (days) =>
		`Surte efecto en un máximo de ${days} días hábiles. No tiene que dar ninguna dirección ni prueba. Aquí recibe el código de su recibo.`,
	answeredLater: (days, more) =>
		`Aquí recibe el código de su recibo, y además una carta con un enlace para confirmar. Le respondemos en un máximo de ${days} días desde el envío${more.length > 0 ? `; como mucho en ${more.join(' o ')} días, con el motivo por escrito` : ''}.`,
	allSince: (date) => `Según la ley de California: todo lo que se recogió desde el ${date}.`,
	signal: {
		label: 'Señal de exclusión',
		sent: 'Su navegador envía la señal Global Privacy Control.',
		notPromised: 'El aviso en vigor todavía no promete nada para ella: use el formulario de abajo para excluirse.',
		honoured: 'Solicitud de exclusión atendida.',
		honouredText:
			'Su navegador envía la señal Global Privacy Control. La tomamos como su orden de no vender ni compartir los datos de este navegador: no tiene que hacer nada más.',
		none: 'Sin señal de exclusión.',
		noneText: 'Su navegador no envía la señal Global Privacy Control.',
		wouldHonour: 'Si la activa, la respetamos como exclusión de la venta y el intercambio, y lo decimos aquí.',
		formToo: 'También puede usar el formulario de abajo.',
	},

	form: {
		howKnown: '¿De qué nos conoce?',
		howKnownHint: 'De ello depende qué aviso se aplica y quién tiene que responder.',
		emailHint: 'Enviamos un enlace para confirmar la solicitud, y la respuesta. No se usa para nada más.',
		emailHintAtOnce:
			'Con ella encontramos también lo que tenemos con esta dirección, y le enviamos el recibo. A ella se responde lo demás que pida abajo. No se usa para nada más.',
		name: 'Su nombre',
		nameHint: 'Si nos ayuda a encontrarle.',
		details: 'Qué debemos buscar',
		detailsHint:
			'Cuentas, fechas, lugares: lo que nos ayude a encontrar sus datos. No envíe copias de documentos, por favor.',
		detailsAtOnce: 'De qué se trata',
		detailsHintAtOnce:
			'Una cuenta, un dispositivo, o la parte a la que se refiere, como solo la publicidad. Si no dice nada, se refiere a todo lo que podamos saber que es suyo.',
		howFarBack: '¿Desde cuándo quiere saber?',
		allOfIt: 'Desde la fecha más lejana que la ley le permite pedir',
		twelveMonths: 'De los últimos 12 meses',
		fromADay: 'A partir de un día',
		sinceOn: '¿A partir de qué día?',
		wrong: 'Qué está mal',
		wrongHint: 'Por qué lo preguntamos: solo podemos corregir lo que encontramos.',
		shouldBe: 'Qué debería decir',
		evidence: 'Qué lo muestra',
		evidenceHint:
			'Diga con palabras qué muestra que es erróneo, como una carta o un dato que consta en otro lugar. Se lo pediremos si lo necesitamos; no envíe documentos aquí.',
		furtherCorrection: 'Corrección {n}',
		oneMoreCorrection: 'Corregir otra cosa más',
		forAnother: 'Pedir por otra persona',
		whoAsks: '¿Qué es usted de esa persona?',
		self: 'Pido por mí',
		agent: 'Su representante',
		agentHint: 'Pedimos la autorización que firmó, y que la propia persona la confirme o demuestre quién es.',
		attorney: 'Tengo su poder notarial',
		attorneyHint: 'Pedimos el documento, y nada más.',
		conservator: 'Su tutor o curador',
		conservatorHint: 'Pedimos el nombramiento del tribunal.',
		parent: 'Madre, padre o tutor de un menor de 13 años',
		parentHint: 'Pedimos lo que demuestre que lo es.',
		onBehalfOf: 'Nombre de la persona por la que pide',
		onBehalfOfHint:
			'Las cartas van a su propia dirección. Diga arriba de qué nos conoce esta persona y qué debemos buscar.',
		onBehalfOfEmail: 'La dirección de correo de esa persona',
		onBehalfOfEmailHint:
			'Para agentes: así podemos preguntarle por carta si usted puede actuar. Déjela vacía si nos envía el permiso que firmó y lo que muestra quién es.',
		somethingElse: 'Pedir otra cosa al mismo tiempo',
		also: 'Además',
		send: 'Enviar la solicitud',
		sendAtOnce: 'Enviar: vale sin prueba',
	},

	sent: 'Su solicitud está enviada',
	received: 'Tenemos su solicitud',
	receivedOn: (date, title) => [`Recibida el ${date}, conforme a «${title}», versión del `, '', '.'],
	answeredBy: 'respuesta a más tardar el',
	calendarFile: 'Archivo de calendario',
	answerDue: (right) => `Respuesta prevista: ${right}`,
	underWay: 'La exclusión y la limitación no necesitan confirmación: ya están en marcha.',
	confirmOrEnd:
		'Una carta va de camino a la dirección que dio. Abra el enlace que contiene y confirme: sin eso no podemos responder, y la solicitud termina en su fecha. Confirmar tarde nunca mueve la fecha.',
	confirmOrEndMixed:
		'Una carta va de camino a la dirección que dio. Abra el enlace que contiene y confirme: sin eso no podemos responder lo que se responde por carta, y eso termina en su fecha. Confirmar tarde nunca mueve la fecha.',
	keepCode: 'Imprima esta página o anote el código; figura también en la carta.',
	keepCodeOnlyHere: 'Imprima esta página o anote el código: solo se muestra aquí.',
	shownTenMinutes: [
		'Un recibo se muestra durante diez minutos. Con el código que figura en él, o en nuestra carta, ',
		'vea en qué estado está su solicitud',
		'.',
	],

	referralTitle: 'Le responde otra entidad',
	referral: 'Tiene que responder otra entidad',
	nothingRecorded: 'No hemos guardado nada de lo que escribió.',

	confirmTitle: 'Confirme su solicitud',
	confirmSaid: 'Ha abierto el enlace que le enviamos. Confirme que la solicitud es suya, y empezamos.',
	confirmButton: 'Confirmar la solicitud',
	confirmed: 'Su solicitud está confirmada',

	agentQuestion: {
		title: '¿Puede alguien pedir por usted?',
		said: 'Ha abierto el enlace que le enviamos. La carta nombra a alguien que dice ser su agente y lo que nos pide en nombre de usted.',
		consequence:
			'Si lo permitió, seguimos con su solicitud. Si no, la rechazamos. Ninguna de las dos respuestas le cuesta nada, y no tiene que decir por qué.',
		yes: 'Sí, lo permití',
		no: 'No, no lo permití',
		answered: 'Su respuesta consta',
		mayAct: 'Usted lo permitió',
		mayActNext: 'Seguimos con la solicitud. Nuestras cartas sobre ella van a quien la hizo.',
		mayNotAct: 'Usted no lo permitió',
		mayNotActNext:
			'Hemos rechazado la solicitud y no hacemos nada para quien la hizo. Se le comunica que está rechazada.',
		askYourself: ['También puede ', 'pedírnoslo usted', ', sin coste.'],
	},

	messages: {
		ask: 'Escríbanos sobre esto',
		linkSent: 'Un enlace va en camino',
		linkSentText:
			'Si dio una dirección de correo con su solicitud, va en camino a ella una carta con un enlace. Con él puede leer lo escrito, escribirnos y enviar archivos.',
		replied: (date: string) => `Nos escribió el ${date}. Ahora nos toca a nosotros.`,
		title: 'Mensajes sobre su solicitud',
		said: 'Ha abierto el enlace que le enviamos. Muestra lo que se ha escrito sobre su solicitud.',
		open: 'Mostrar los mensajes',
		ended: (days: number): Linked => [
			`Un enlace funciona durante ${days} días. `,
			'Vea cómo va su solicitud',
			' y pida allí otro.',
		],
		none: 'Todavía no se ha escrito nada.',
		from: { STAFF: 'Nosotros', PERSON: 'Usted' },
		on: (date: string) => `el ${date}`,
		destroyed: 'Estas palabras se han destruido.',
		file: (name: string, size: string) => `${name} (${size})`,
		write: 'Escríbanos',
		message: 'Su mensaje',
		messageHint: 'Por qué lo pedimos: lo lee quien responde su solicitud, y nadie más.',
		files: 'Archivos',
		filesHint:
			'Solo si se los pedimos: hasta tres archivos de 10 MB como máximo cada uno, en PDF, PNG o JPEG. Los guardamos sellados y los destruimos con lo demás que envió. No envíe nunca un documento de identidad si no se lo pedimos.',
		send: 'Enviar',
		sent: 'Su mensaje está enviado',
		sentNext: 'Lo leemos y respondemos por carta. La fecha de nuestra respuesta no cambia.',
		closed: 'Esta solicitud ya no admite mensajes.',
		again: 'Elija sus archivos otra vez: el navegador no los conserva.',
	},

	figures: {
		title: (year: number) => `Solicitudes de privacidad en ${year}`,
		lead: (organisation: string, year: number) =>
			`Lo que se pidió a ${organisation} del 1 de enero al 31 de diciembre de ${year}, y qué fue de ello.`,
		asked: 'Se pidió',
		received: 'Recibidas',
		table: 'Cifras',
		complied: 'Cumplidas, en todo o en parte',
		denied: 'Denegadas',
		unpursued: 'No proseguidas',
		open: 'Abiertas',
		median: 'Días, mediana',
		mean: 'Días, media',
		none: 'ninguno',
		howWeCount: 'Cómo contamos',
		atOnce: (right: string, bySignal: string, byChoice: string) =>
			`${right}: ${bySignal} por la señal de un navegador y ${byChoice} por una elección hecha en uno. Cada una tuvo efecto al momento. Sus días no se cuentan.`,
		notPursued: 'Una solicitud retirada, nunca confirmada o apartada figura como «no proseguida».',
		daysRun: 'Los días van del día de recepción al día de la respuesta.',
	},

	download: {
		title: 'Descargar sus datos',
		said: 'Ha abierto el enlace que le enviamos. El archivo contiene lo que guardamos sobre usted: guárdelo donde solo usted pueda leerlo.',
		howToOpen: 'Es un archivo zip. Descomprímalo y abra la página index.html en un navegador.',
		button: 'Descargar sus datos',
		ended: (days) => `Un enlace funciona durante ${days} días, salvo que lo retiremos.`,
		again: 'Pedir sus datos otra vez',
	},

	statusTitle: 'En qué estado está su solicitud',
	seeStatus: 'Vea en qué estado está su solicitud',
	withdrawn: 'Su solicitud está retirada',
	another: 'Otra solicitud',
	lostCode: 'He perdido el código',
	dueOn: 'Respuesta prevista para el',
	endedOn: (date) => `Terminó el ${date}.`,
	withdraw: 'Retirar',
	status: {
		AWAITING_CONFIRMATION: { name: 'A la espera de usted', said: 'Abra el enlace de nuestra carta para confirmarla.' },
		IN_PROGRESS: { name: 'En nuestras manos', said: 'Estamos trabajando en ella.' },
		ANSWERED: { name: 'Respondida', said: 'La respuesta le llegó por carta.' },
		REFUSED: { name: 'Denegada', said: 'El motivo le llegó por carta.' },
		WITHDRAWN: { name: 'Retirada', said: 'Usted la retiró.' },
		LAPSED: { name: 'Terminada', said: 'No se confirmó a tiempo.' },
		CLOSED: { name: 'Cerrada', said: 'Se cerró sin una respuesta propia.' },
	},
	since: (date) => `Pide saber qué se recogió desde el ${date}.`,
	partly: 'Se concedió en parte. Lo que no, y por qué, le llegó por carta.',
	consumerAsked: (date) =>
		`Hemos preguntado por carta a la persona por la que pide si usted puede actuar. Puede responder hasta el ${date}.`,
	questioned: {
		IDENTITY: 'Le hemos pedido por carta que demuestre quién es.',
		AUTHORITY: 'Le hemos pedido por carta que demuestre que puede pedir por esta persona.',
		DETAILS: 'Le hemos preguntado por carta qué pide exactamente.',
	},
	putOff: {
		COMPLEXITY: (date) => `El ${date} aplazamos la respuesta: su solicitud requiere más tiempo que la mayoría.`,
		NUMBER_OF_REQUESTS: (date) => `El ${date} aplazamos la respuesta: tenemos muchas solicitudes por responder.`,
	},
	asCategories: 'No pudimos comprobar quién es usted, así que respondemos con categorías de información.',
	doneAtOnce: 'Está hecho. Si dio una dirección, una carta enviada a ella lo dice.',
	refusedAtOnce:
		'Si dio una dirección, el motivo está en la carta que enviamos a ella. Si no, pídanoslo con el código de su recibo.',
	duplicate: 'Una solicitud suya anterior pide lo mismo. Le respondemos con aquella.',
	accessLimit:
		'Ya ha recibido tantas respuestas como promete el aviso en 12 meses; nuestra carta dice cuándo puede pedirlo otra vez.',

	lostTitle: 'Recuperar un código perdido',
	lostLead: 'Enviamos los códigos de sus solicitudes abiertas a la dirección que dio con ellas.',
	lostSame:
		'La respuesta de esta página es la misma para toda dirección, para que nadie pueda averiguar quién nos ha pedido algo.',
	lostButton: 'Enviarme mis códigos',
	lookAtLetters: 'Mire su correo',
	lostSent: 'Si conocemos solicitudes de esa dirección, una carta va de camino a ella',
	lostSentText: 'Contiene los códigos de sus recibos. Si no llega ninguna en una hora, quizá dio otra dirección.',
};
