import type { LetterBody } from '../letter.ts';
import type { LetterLocale } from '../words.ts';

/** The link with which somebody of staff signs in. */
export const signIn: Record<LetterLocale, (input: { url: string }) => LetterBody> = {
	en: ({ url }) => ({
		subject: 'Your link to sign in',
		paragraphs: [
			`Open this link in the browser in which you asked for it, and press the button there:\n${url}`,
			'It works once, and for 15 minutes from when you asked. In another browser it does nothing.',
			'If you did not ask for it, do nothing: without the link nobody signs in. Tell whoever looks after the site if it happens again.',
		],
		why: 'somebody, we think you, asked to sign in as staff with this address.',
	}),
	es: ({ url }) => ({
		subject: 'Su enlace para entrar',
		paragraphs: [
			`Abra este enlace en el navegador en el que lo pidió y pulse allí el botón:\n${url}`,
			'Sirve una sola vez, durante 15 minutos desde que lo pidió. En otro navegador no hace nada.',
			'Si no lo pidió, no haga nada: sin el enlace no entra nadie. Si vuelve a ocurrir, avise a quien mantiene el sitio.',
		],
		why: 'alguien, creemos que usted, pidió entrar como miembro del personal con esta dirección.',
	}),
};
