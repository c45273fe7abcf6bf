import type { Question } from '../../../schema/request/vocabulary.ts';
import type { Letter } from '../letter.ts';
import {
	askedInEnglish,
	askedInSpanish,
	codeInEnglish,
	codeInSpanish,
	linkToAnswerInEnglish,
	linkToAnswerInSpanish,
	rightsWithDatesInEnglish,
	rightsWithDatesInSpanish,
} from './parts.ts';
import type { RequestMessageInput } from './request-message.ts';

export interface RequestAskedInput extends RequestMessageInput {
	question: Question;
}

const inEnglish: Record<Question, string> = {
	IDENTITY:
		'Before we give or change anything we must make sure who you are. We use what you send for that alone, and do not keep it.',
	AUTHORITY: 'You ask for another person. We must see that you may.',
	DETAILS: 'We need to know more precisely what you ask for.',
};

const inSpanish: Record<Question, string> = {
	IDENTITY:
		'Antes de entregar o cambiar nada debemos comprobar quién es usted. Lo que nos envíe solo lo usamos para eso y no lo conservamos.',
	AUTHORITY: 'Usted pide en nombre de otra persona. Debemos ver que puede hacerlo.',
	DETAILS: 'Necesitamos saber con más precisión qué pide.',
};

export const requestAsked: Letter<RequestAskedInput> = {
	en: (input, words) => ({
		subject: 'A question about your request',
		paragraphs: [
			inEnglish[input.question],
			...input.messages,
			...linkToAnswerInEnglish(input.link, words),
			'The dates stay as they are:',
			rightsWithDatesInEnglish(input.requests, words),
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Una pregunta sobre su solicitud',
		paragraphs: [
			inSpanish[input.question],
			...input.messages,
			...linkToAnswerInSpanish(input.link, words),
			'Las fechas no cambian:',
			rightsWithDatesInSpanish(input.requests, words),
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
