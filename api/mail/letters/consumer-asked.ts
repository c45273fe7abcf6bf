import type { Right } from '../../../schema/notice/vocabulary.ts';
import type { Instant } from '../../../schema/time.ts';
import type { Letter } from '../letter.ts';

export interface ConsumerAskedInput {
	/** Name or address of the one who asks. */
	agent: string;
	/** Name of the person acted for, as the agent gave it. */
	person: string | null;
	right: Right;
	receivedAt: Instant;
	/** Of the notice. */
	title: string;
	url: string;
	until: Instant;
}

export const consumerAsked: Letter<ConsumerAskedInput> = {
	en: ({ agent, person, right, receivedAt, title, url, until }, words) => ({
		subject: 'Did you let somebody ask us about your data?',
		paragraphs: [
			`On ${words.moment(receivedAt)} somebody asked us for something in your name${person ? ` (${person})` : ''}, under ${words.quoted(title)}. They say that they are your agent:`,
			words.list([agent]),
			'They ask, for you:',
			words.list([words.right(right)]),
			`We must be sure that you permitted it. Open this page and say yes or no:\n${url}`,
			`The link works once, until ${words.moment(until)}. If you say no, we refuse the request. If you do not answer, the link ends, and we act only if the agent shows us the permission that you signed and who you are.`,
			'You need no agent: you can ask us yourself at any time, at no cost.',
		],
		why: 'somebody who says that they act for you sent us a request, and we were given this address as yours.',
	}),
	es: ({ agent, person, right, receivedAt, title, url, until }, words) => ({
		subject: '¿Permitió a alguien pedirnos algo sobre sus datos?',
		paragraphs: [
			`El ${words.moment(receivedAt)} alguien nos pidió algo en su nombre${person ? ` (${person})` : ''}, con arreglo a ${words.quoted(title)}. Dice ser su agente:`,
			words.list([agent]),
			'Pide ejercer por usted el derecho:',
			words.list([words.right(right)]),
			`Debemos estar seguros de que usted lo permitió. Abra esta página y diga sí o no:\n${url}`,
			`El enlace funciona una sola vez, hasta el ${words.moment(until)}. Si dice que no, rechazamos la solicitud. Si no responde, el enlace caduca y solo actuaremos si el agente nos muestra el permiso que usted firmó y quién es usted.`,
			'No necesita ningún agente: puede pedírnoslo usted en cualquier momento, sin coste.',
		],
		why: 'alguien que dice actuar por usted nos envió una solicitud, y nos dio esta dirección como suya.',
	}),
};
