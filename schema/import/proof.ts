import { createHash } from 'node:crypto';
import type { Block } from '../notice/model.ts';
import { wordsIn } from './piece.ts';

/** That the words of two texts are the same ones in the same order, or where they first differ. */
export interface Proof {
	holds: boolean;
	/** How many words the source has. */
	words: number;
	/** SHA-256, in hexadecimal, of the source's words with a space between each two. */
	sha256: string;
	/** The first word that differs, and those around it; absent where none does. */
	difference?: { word: string; source: string; result: string };
}

/** The words of a text as it is published, its title first where the title was taken from the text. */
export const publishedWords = (title: string | null, blocks: readonly Block[]): string[] => [
	...wordsIn(title ?? ''),
	...blocks.flatMap((it) => (it.kind === 'row' ? it.cells.flatMap(wordsIn) : wordsIn(it.text))),
];

const around = (words: readonly string[], at: number) => words.slice(Math.max(0, at - 4), at + 6).join(' ');

/** Whether a source's words are those that came out of it. */
export const prove = (source: readonly string[], result: readonly string[]): Proof => {
	const length = Math.max(source.length, result.length);
	const at = Array.from({ length }).findIndex((_, index) => source[index] !== result[index]);
	return {
		holds: at < 0,
		words: source.length,
		sha256: createHash('sha256').update(source.join(' ')).digest('hex'),
		...(at < 0
			? {}
			: {
					difference: { word: source[at] ?? result[at] ?? '', source: around(source, at), result: around(result, at) },
				}),
	};
};
