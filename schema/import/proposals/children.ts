import type { Passage, Proposal } from './passages.ts';

const age = /(?:under|below|younger than)\s+(?:the\s+)?(?:age\s+of\s+)?(\d{1,2})\b/i;
const verb = (word: string) =>
	new RegExp(String.raw`\bnot\s+(?:\w+\s+){0,4}?(?:knowingly\s+)(?:\w+\s+){0,4}?${word}`, 'i');

const notDirected = /\bnot\s+(?:directed|intended|aimed|designed)/i;
const notCollected = verb('collect');
const notSold = verb('(?:sell|share)');

/** What a text denies of children under an age; null where it names no age or denies nothing. */
export const childrenOf = (passages: readonly Passage[]): Proposal | null => {
	const found = passages.find(({ text }) => age.test(text) && (notDirected.test(text) || notCollected.test(text)));
	const underAge = Number(age.exec(found?.text ?? '')?.[1]);
	if (!found || !underAge) return null;
	const knowinglyCollected = !notCollected.test(found.text);
	return {
		line: found.line,
		fields: {
			children: {
				directedAt: !notDirected.test(found.text),
				underAge,
				knowinglyCollected,
				// What is not collected cannot be sold.
				knowinglySoldOrShared: knowinglyCollected && !notSold.test(found.text),
			},
		},
	};
};
