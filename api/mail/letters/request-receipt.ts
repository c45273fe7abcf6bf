import { isImmediate } from '../../../schema/request/vocabulary.ts';
import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';
import {
	askedInEnglish,
	askedInSpanish,
	codeInEnglish,
	codeInSpanish,
	type RequestsInput,
	rightsWithDatesInEnglish,
	rightsWithDatesInSpanish,
	sinceInEnglish,
	sinceInSpanish,
} from './parts.ts';

export interface RequestReceiptInput extends RequestsInput {
	/** Absent where nothing is to be confirmed. */
	confirm: { url: string; by: Instant } | null;
}

export const requestReceipt: Letter<RequestReceiptInput> = {
	en: (input, words) => ({
		subject: input.confirm ? 'Please confirm your request' : 'We have received your request',
		paragraphs: [
			`On ${words.moment(input.receivedAt)} we received your request under ${words.quoted(input.title)}. You ask:`,
			rightsWithDatesInEnglish(input.requests, words),
			...sinceInEnglish(input.requests, words),
			...(input.confirm && input.requests.some(({ right }) => isImmediate(right))
				? ['To opt out or to limit needs no confirmation: it is under way.']
				: []),
			...(input.confirm
				? [
						`Please confirm that this address is yours. Open this page and press the button:\n${input.confirm.url}`,
						`Do so before ${words.moment(input.confirm.by)}; what is answered by letter and not confirmed by then ends without an answer. The dates above stay as they are, whenever you confirm.`,
						'If you did not ask for this, do nothing.',
					]
				: ['You need do nothing more.']),
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: input.confirm ? 'Confirme su solicitud' : 'Hemos recibido su solicitud',
		paragraphs: [
			`El ${words.moment(input.receivedAt)} recibimos su solicitud con arreglo a ${words.quoted(input.title)}. Usted pide ejercer su derecho:`,
			rightsWithDatesInSpanish(input.requests, words),
			...sinceInSpanish(input.requests, words),
			...(input.confirm && input.requests.some(({ right }) => isImmediate(right))
				? ['La exclusión y la limitación no necesitan confirmación: ya están en marcha.']
				: []),
			...(input.confirm
				? [
						`Confirme que esta dirección es suya. Abra esta página y pulse el botón:\n${input.confirm.url}`,
						`Hágalo antes del ${words.moment(input.confirm.by)}; lo que se responde por carta y no se confirme hasta entonces termina sin respuesta. Las fechas indicadas no cambian, sea cual sea el día en que confirme.`,
						'Si usted no ha pedido esto, no haga nada.',
					]
				: ['No tiene que hacer nada más.']),
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
