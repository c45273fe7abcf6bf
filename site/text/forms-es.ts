import type { FormsText } from './forms-en.ts';

/** What all forms, receipts and status pages say, in Spanish. */
export const formsEs: FormsText = {
	error: 'Error',
	done: 'Hecho',
	fields: {
		error: 'Error: ',
		optional: '(opcional)',
		sending: 'Enviando…',
		oneWrong: 'Hay una cosa que revisar',
		manyWrong: 'Hay {n} cosas que revisar',
		unreachable:
			'No hemos recibido respuesta. Lo que escribió sigue aquí: envíelo otra vez dentro de un momento. Por muchas veces que lo envíe, se registra una sola vez.',
	},
	email: 'Dirección de correo electrónico',
	next: 'Qué pasa después',
	yourCode: 'El código de su recibo',
	codeLabel: 'Código del recibo',
	codeHint:
		'16 letras y cifras, en su recibo o en su carta. No importa si escribe minúsculas, espacios o si faltan guiones.',
	codeButton: 'Ver en qué estado está',
	receiptOf: (code) => `Recibo ${code}`,
	noReceipt: 'Aquí ya no hay ningún recibo',
	takenWithCode: 'Quedó registrado. El código de su recibo es',
	addressConfirmed: 'Gracias: su dirección está confirmada',
	follow: ['Siga su estado en ', 'la página de estado', ' con el código de su recibo.'],
	followOrWithdraw: ['Siga su estado, o retírela, en ', 'la página de estado', ' con este código.'],
	download: 'Descargar un recibo firmado',
	downloadSaid: ['No nombra a nadie, y ', 'cualquiera puede comprobarlo', '.'],
	numbered: (date, number) => `${date} (n.º ${number})`,
};
