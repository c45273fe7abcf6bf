import type { Extract } from '../../../schema/notice/redline-extract.ts';
import type { Right } from '../../../schema/notice/vocabulary.ts';
import type { EndReason } from '../../../schema/request/vocabulary.ts';
import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { Words } from '../words.ts';

/** What every letter about a receipt carries. */
export interface ReceiptInput {
	code: string;
	/** Where the code shows how things stand; the code itself is never part of an address. */
	statusUrl: string;
	receivedAt: Instant;
	/** Of the notice. */
	title: string;
}

/** One right asked for. */
export interface RequestInput {
	right: Right;
	dueOn: PlainDate;
	reason: EndReason | null;
	/** A request to know is for what was collected since then. */
	sinceOn: PlainDate | null;
}

/** A letter about some of a receipt's requests. */
export interface RequestsInput extends ReceiptInput {
	requests: readonly RequestInput[];
}

export interface ObjectionInput extends ReceiptInput {
	version: string;
	effectiveAt: Instant;
	/** What an objection does, in the notice's own words. */
	effect: string | null;
}

export interface ChangeInput {
	title: string;
	version: string;
	summary: string;
	/** What changed, section by section. */
	changes: readonly string[];
	/** The words that changed, with markers; none for a first version. */
	extract: Extract;
	effectiveAt: Instant;
	url: string;
	compareUrl: string | null;
	objection: { opensAt: Instant; closesAt: Instant; effect: string | null; url: string } | null;
}

export const rightsWithDatesInEnglish = (requests: readonly RequestInput[], words: Words): string =>
	words.list(requests.map(({ right, dueOn }) => `${words.right(right)}: by ${words.date(dueOn)}`));

export const rightsWithDatesInSpanish = (requests: readonly RequestInput[], words: Words): string =>
	words.list(requests.map(({ right, dueOn }) => `${words.right(right)}: a más tardar el ${words.date(dueOn)}`));

const sinceIn = (requests: readonly RequestInput[]) => requests.find((it) => it.sinceOn)?.sinceOn ?? null;

/** How far back requests to know ask, which is the same for all of a receipt. */
export const sinceInEnglish = (requests: readonly RequestInput[], words: Words): string[] => {
	const sinceOn = sinceIn(requests);
	return sinceOn ? [`You ask to know what was collected since ${words.date(sinceOn)}.`] : [];
};

export const sinceInSpanish = (requests: readonly RequestInput[], words: Words): string[] => {
	const sinceOn = sinceIn(requests);
	return sinceOn ? [`Pide saber qué se recogió desde el ${words.date(sinceOn)}.`] : [];
};

export const codeInEnglish = ({ code, statusUrl }: Pick<ReceiptInput, 'code' | 'statusUrl'>): string =>
	`Your receipt code is ${code}\nWith it you can see how things stand, at any time:\n${statusUrl}`;

export const codeInSpanish = ({ code, statusUrl }: Pick<ReceiptInput, 'code' | 'statusUrl'>): string =>
	`Su código de recibo es ${code}\nCon él puede ver en todo momento cómo va el asunto:\n${statusUrl}`;

export const askedInEnglish = 'somebody, we think you, sent us this request with this e-mail address.';
export const askedInSpanish = 'alguien, creemos que usted, nos envió esta solicitud con esta dirección de correo.';

/** A link to the messages about a request, and until when it works. */
export interface AnswerLink {
	url: string;
	until: Instant;
}

export const linkToAnswerInEnglish = (link: AnswerLink | null, words: Words): string[] =>
	link
		? [
				`To answer, and to send files if we asked for any, open this link:\n${link.url}`,
				`It works until ${words.moment(link.until)}. Do not pass this letter on.`,
			]
		: ['To answer, write to the contact named in the notice, and name the receipt code below.'];

export const linkToAnswerInSpanish = (link: AnswerLink | null, words: Words): string[] =>
	link
		? [
				`Para responder, y para enviar archivos si se los pedimos, abra este enlace:\n${link.url}`,
				`Funciona hasta el ${words.moment(link.until)}. No reenvíe esta carta.`,
			]
		: ['Para responder, escriba al contacto que figura en el aviso e indique el código de recibo de abajo.'];

export const rightsOf = (requests: readonly RequestInput[], words: Words): string =>
	words.list(requests.map(({ right }) => words.right(right)));

export const extractInEnglish = ({ lines, more }: Extract, words: Words): string[] =>
	lines.length > 0 ? [`In the text:\n${words.list([...lines, ...(more > 0 ? [`and ${more} more`] : [])])}`] : [];

export const extractInSpanish = ({ lines, more }: Extract, words: Words): string[] =>
	lines.length > 0 ? [`En el texto:\n${words.list([...lines, ...(more > 0 ? [`y ${more} más`] : [])])}`] : [];
