import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';
import { askedInEnglish, askedInSpanish, codeInEnglish, codeInSpanish, type RequestsInput, rightsOf } from './parts.ts';

export interface PackageReadyInput extends RequestsInput {
	url: string;
	expiresAt: Instant;
}

export const packageReady: Letter<PackageReadyInput> = {
	en: (input, words) => ({
		subject: 'Your data is ready to download',
		paragraphs: [
			'You asked:',
			rightsOf(input.requests, words),
			'What we hold about you is in one file (zip): a page to read, and the same for other programs. Open this link and press the button to download it:',
			input.url,
			`The link works until ${words.moment(input.expiresAt)}, as often as you like. Then we destroy the file.`,
			'Whoever has the link can download the file: do not pass this letter on.',
			codeInEnglish(input),
		],
		why: askedInEnglish,
	}),
	es: (input, words) => ({
		subject: 'Sus datos están listos para descargar',
		paragraphs: [
			'Usted pidió ejercer su derecho:',
			rightsOf(input.requests, words),
			'Lo que tenemos sobre usted está en un solo archivo (zip): una página para leer, y lo mismo para otros programas. Abra este enlace y pulse el botón para descargarlo:',
			input.url,
			`El enlace funciona hasta el ${words.moment(input.expiresAt)}, tantas veces como quiera. Después destruimos el archivo.`,
			'Quien tenga el enlace puede descargar el archivo: no reenvíe esta carta.',
			codeInSpanish(input),
		],
		why: askedInSpanish,
	}),
};
