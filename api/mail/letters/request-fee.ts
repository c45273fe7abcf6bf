import type { Fee } from '../../../schema/request/decision.ts';
import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, rightsOf } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export interface RequestFeeInput extends RequestAnsweredInput {
	fee: Fee;
}

const inEnglish: Record<Fee['ground'], string> = {
	excessive: 'is excessive',
	repetitive: 'repeats what was asked before',
	unfounded: 'is manifestly unfounded',
};

const inSpanish: Record<Fee['ground'], string> = {
	excessive: 'es excesiva',
	repetitive: 'repite lo que ya se pidió',
	unfounded: 'es manifiestamente infundada',
};

const dollars = ({ cents }: Fee) => `US$ ${(cents / 100).toFixed(2)}`;

export const requestFee: Letter<RequestFeeInput> = {
	en: (input, words) => ({
		subject: 'There is a fee for this request',
		paragraphs: [
			'Requests are free. We ask for a fee only since, as we see it, this one ' +
				inEnglish[input.fee.ground] +
				'. You asked:',
			rightsOf(input.requests, words),
			`The fee is ${dollars(input.fee)}. It covers what the answer costs us, and no more.`,
			...input.messages,
			'If you do not want to pay, you can withdraw the request on the page below. If you think that this is wrong, write to the contact named in the notice.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Esta solicitud tiene una tarifa',
		paragraphs: [
			'Las solicitudes son gratuitas. Solo pedimos una tarifa porque, a nuestro entender, esta ' +
				inSpanish[input.fee.ground] +
				'. Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			`La tarifa es de ${dollars(input.fee)}. Cubre lo que nos cuesta la respuesta, y nada más.`,
			...input.messages,
			'Si no quiere pagar, puede retirar la solicitud en la página de abajo. Si cree que es un error, escriba al contacto que figura en el aviso.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
