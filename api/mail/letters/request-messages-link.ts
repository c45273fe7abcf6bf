import type { Letter } from '../letter.ts';
import { type AnswerLink, askedInEnglish, askedInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export interface RequestMessagesLinkInput extends RequestsInput {
	link: AnswerLink;
}

export const requestMessagesLink: Letter<RequestMessagesLinkInput> = {
	en: (input, words) => ({
		subject: 'Your link to write to us about your request',
		paragraphs: [
			'It is about what you asked for:',
			rightsOf(input.requests, words),
			'Open this link to read what was written, to write to us, and to send files:',
			input.link.url,
			`The link works until ${words.moment(input.link.until)}. Whoever has it can read the messages: do not pass this letter on.`,
		],
		why: `${askedInEnglish.slice(0, -1)}, and a link was asked for with its receipt code.`,
	}),
	es: (input, words) => ({
		subject: 'Su enlace para escribirnos sobre su solicitud',
		paragraphs: [
			'Trata de lo que pidió:',
			rightsOf(input.requests, words),
			'Abra este enlace para leer lo escrito, escribirnos y enviar archivos:',
			input.link.url,
			`El enlace funciona hasta el ${words.moment(input.link.until)}. Quien lo tenga puede leer los mensajes: no reenvíe esta carta.`,
		],
		why: `${askedInSpanish.slice(0, -1)}, y se pidió un enlace con su código de recibo.`,
	}),
};
