import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish } from './parts.ts';
import type { RequestAnsweredInput } from './request-answered.ts';

export const requestAsCategories: Letter<RequestAnsweredInput> = {
	en: (input) => ({
		subject: 'We answer your request in a more general way',
		paragraphs: [
			'You asked for the very pieces of information that we hold about you. For that we must be sure that it is you who asks, and we could not be. So we send no such pieces to anybody.',
			'Instead we treat your request as one for the categories of information that we hold about you. You need not ask again, and the date of our answer stays the same.',
			...input.messages,
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input) => ({
		subject: 'Respondemos a su solicitud de forma más general',
		paragraphs: [
			'Usted pidió los datos concretos que tenemos sobre usted. Para eso debemos estar seguros de que es usted quien los pide, y no pudimos estarlo. Por eso no enviamos esos datos a nadie.',
			'En su lugar, tratamos su solicitud como una petición de las categorías de información que tenemos sobre usted. No tiene que pedirlo de nuevo, y la fecha de nuestra respuesta no cambia.',
			...input.messages,
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
