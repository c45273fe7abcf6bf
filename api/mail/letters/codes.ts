import type { Letter } from '../letter.ts';
import type { ReceiptInput } from './parts.ts';

export interface CodesInput {
	receipts: readonly (Omit<ReceiptInput, 'statusUrl'> & { kind: 'request' | 'objection' })[];
	requestStatusUrl: string;
	objectionStatusUrl: string;
}

export const codes: Letter<CodesInput> = {
	en: (input, words) => ({
		subject: 'Your receipt codes',
		paragraphs: [
			'These are the codes of what was sent to us with this address:',
			words.list(
				input.receipts.map(
					({ code, kind, receivedAt, title }) =>
						`${code}  ${kind === 'request' ? 'request' : 'objection'} of ${words.moment(receivedAt)}, ${words.quoted(title)}`,
				),
			),
			`With a code you can see how a request stands:\n${input.requestStatusUrl}`,
			`And how an objection stands:\n${input.objectionStatusUrl}`,
		],
		why: 'somebody, we think you, asked us to send the codes of this address again.',
	}),
	es: (input, words) => ({
		subject: 'Sus códigos de recibo',
		paragraphs: [
			'Estos son los códigos de lo que se nos envió con esta dirección:',
			words.list(
				input.receipts.map(
					({ code, kind, receivedAt, title }) =>
						`${code}  ${kind === 'request' ? 'solicitud' : 'objeción'} del ${words.moment(receivedAt)}, ${words.quoted(title)}`,
				),
			),
			`Con un código puede ver cómo va una solicitud:\n${input.requestStatusUrl}`,
			`Y cómo va una objeción:\n${input.objectionStatusUrl}`,
		],
		why: 'alguien, creemos que usted, nos pidió que enviáramos de nuevo los códigos de esta dirección.',
	}),
};
