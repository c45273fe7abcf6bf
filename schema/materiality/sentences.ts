import type { Block } from '../notice/model.ts';
import type { Sentence } from './model.ts';

// A full stop ends a sentence before a capital, a digit or a quotation mark, and not after an abbreviation.
const end = /(?<=(?<!\b(?:e\.g|i\.e|Inc|Ltd|Corp|Co|No|St|Dr|Mr|Ms|vs|U\.S))[.!?]["”’)]*)\s+(?=["“‘([]*[\p{Lu}\p{N}])/u;
// In plain text a line that ends short, or before a bullet, is a sentence of its own.
const lineEnd = /\n(?=\s*[•*\-–]\s)|(?<=[.:;!?])\n|(?<=(?:^|\n)[^\n]{1,50})\n/u;

/** A text cut into its sentences, trimmed. */
export const sentencesOf = (text: string): string[] =>
	text
		.split(lineEnd)
		.flatMap((it) => it.split(end))
		.map((it) => it.trim())
		.filter((it) => it !== '');

const linked = /\]\(([^)\s]+)\)/g;

/** Addresses that a block of Markdown links to. */
export const linksOf = (markdown: string): string[] => [...markdown.matchAll(linked)].map(([, to]) => to ?? '');

/** The domain of an address, `example.org` for `https://www.help.example.org/x`; empty for an address of the text's own site. */
export const ownerOf = (address: string): string => {
	const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
	return /[^.]+\.(?:(?:ac|co|com|gov|net|org)\.)?[^.]+$/.exec(host)?.[0] ?? host;
};

/** What stands above a block. */
export interface Above {
	heading: string;
	/** The words that introduce a list. */
	lead: string;
	/** The head of the table. */
	columns: readonly string[];
}

/** A block's sentences; a cell of a table is one, and says its row's and its column's heading. */
export const blockSentences = (block: Block, { heading, lead, columns }: Above): Sentence[] => {
	const rest = { lead, links: linksOf(block.markdown), isHeading: block.kind === 'heading' };
	const headings = (more: readonly (string | undefined)[]) => [heading, ...more].filter(Boolean).join(' · ');
	if (block.kind !== 'row') return sentencesOf(block.text).map((text) => ({ text, under: headings([lead]), ...rest }));
	return block.cells.map((text, index) => ({ text, under: headings([block.cells[0], columns[index]]), ...rest }));
};

const quotes = /[‘’‛`´]/g;

/** The words of a text without their looks: lower case, one kind of apostrophe, no punctuation or hyphens. */
export const plainWords = (text: string): string[] =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(quotes, "'")
		.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')
		.match(/\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:'\p{L}+)*/gu) ?? [];

const small =
	/^(?:an?|the|and|or|but|we|our|us|you|your|they|their|it|its|this|that|these|those|of|to|in|on|by|with|for|from|at|as|is|are|be|been|was|will|would|do|does|have|has|can|may|please|also|any|some|such|if|when|who)$/;

const stem = (word: string): string => word.replace(/(?:'s|s|es|ed|d|ing|ring|red|ly)$/, '');

/** The words of a text that carry its meaning, without their endings. */
export const matter = (text: string): Set<string> =>
	new Set(
		plainWords(text.replace(/[a-z-]+\s*\((\d+)\)/gi, '$1'))
			.filter((it) => !small.test(it))
			.map(stem),
	);

const counting = /^(?:\d.*|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)$/;

/** Whether a text says more, less, or another number than the other, rather than the same in other words. */
export const saysOther = (from: string, to: string): boolean => {
	const [gone, come] = [matter(from).difference(matter(to)), matter(to).difference(matter(from))];
	const all = [...gone, ...come];
	return (
		all.length > 2 || (all.length > 0 && (gone.size === 0 || come.size === 0)) || all.some((it) => counting.test(it))
	);
};
