import type { LetterLocale, Words } from './words.ts';

/** What a letter says between its greeting and its foot. */
export interface LetterBody {
	subject: string;
	paragraphs: readonly string[];
	/** Why the reader gets it. */
	why: string;
}

/** A letter in every language that letters are written in. */
export type Letter<Input> = Record<LetterLocale, (input: Input, words: Words) => LetterBody>;

/** The notice and version that a letter is about, and who sends it. */
export interface Frame {
	organisation: { name: string; url: string };
	/** Null where the letter is about several notices. */
	notice: { title: string; version: string; url: string } | null;
	/** Ends the subscription; in every letter to a subscriber. */
	leaveUrl: string | null;
}

const foot = {
	en: ({ organisation, notice, leaveUrl }: Frame) => [
		...(notice ? [`It is about: ${notice.title}, version ${notice.version}\n${notice.url}`] : []),
		...(leaveUrl ? [`To get no more of these letters:\n${leaveUrl}`] : []),
		`Sent by ${organisation.name}\n${organisation.url}`,
	],
	es: ({ organisation, notice, leaveUrl }: Frame) => [
		...(notice ? [`Trata de: ${notice.title}, versión ${notice.version}\n${notice.url}`] : []),
		...(leaveUrl ? [`Para no recibir más estas cartas:\n${leaveUrl}`] : []),
		`Enviado por ${organisation.name}\n${organisation.url}`,
	],
} as const satisfies Record<LetterLocale, (frame: Frame) => string[]>;

const why = { en: 'Why you get this letter', es: 'Por qué recibe esta carta' } as const;

/** A subject is one line, whatever title or name stands in it. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The letter as it is sent: plain text, the reason and the sender at its foot. */
export const writeLetter = (
	locale: LetterLocale,
	{ subject, paragraphs, why: reason }: LetterBody,
	frame: Frame,
): { subject: string; text: string } => ({
	subject: oneLine(subject),
	text: `${[...paragraphs, '--', `${why[locale]}: ${reason}`, ...foot[locale](frame)].join('\n\n')}\n`,
});
