import type { ExtensionReason } from '../../../schema/request/vocabulary.ts';
import type { Letter } from '../letter.ts';
import {
	askedInEnglish,
	askedInSpanish,
	codeInEnglish,
	codeInSpanish,
	type RequestsInput,
	rightsWithDatesInEnglish,
	rightsWithDatesInSpanish,
} from './parts.ts';

export interface RequestExtendedInput extends RequestsInput {
	reason: ExtensionReason;
	/** What staff wrote, one for each request that has one. */
	messages: readonly string[];
}

const inEnglish: Record<ExtensionReason, string> = {
	COMPLEXITY: 'Your request is complex, and takes longer than most.',
	NUMBER_OF_REQUESTS: 'We have many requests to answer at this time.',
};

const inSpanish: Record<ExtensionReason, string> = {
	COMPLEXITY: 'Su solicitud es compleja y requiere más tiempo que la mayoría.',
	NUMBER_OF_REQUESTS: 'En este momento tenemos muchas solicitudes por responder.',
};

export const requestExtended: Letter<RequestExtendedInput> = {
	en: (input, words) => ({
		subject: 'We need more time to answer your request',
		paragraphs: [
			'We have not finished with your request yet. You will have our answer by these dates at the latest:',
			rightsWithDatesInEnglish(input.requests, words),
			'The reason:',
			inEnglish[input.reason],
			...input.messages,
			'We can put off an answer only once. You need do nothing.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Necesitamos más tiempo para responder a su solicitud',
		paragraphs: [
			'Todavía no hemos terminado con su solicitud. Recibirá nuestra respuesta en estas fechas a más tardar:',
			rightsWithDatesInSpanish(input.requests, words),
			'El motivo:',
			inSpanish[input.reason],
			...input.messages,
			'Solo podemos aplazar una respuesta una vez. Usted no tiene que hacer nada.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
