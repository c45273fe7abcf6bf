const around = 6;
const longest = 60;

const shortened = (words: readonly string[], start: number, end: number): string => {
	const from = Math.max(0, start - around);
	const to = Math.min(words.length, end + around, from + longest);
	return `${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`;
};

/** How many words two lists share at their beginning. */
const shared = (a: readonly string[], b: readonly string[]): number => {
	const at = a.findIndex((word, i) => word !== b[i]);
	return at < 0 ? a.length : at;
};

/** Old words and new ones as a line, `“old” → “new”`, without most of what both have in common. */
export const quoted = (from: string, to: string): string => {
	const [old, now] = [from, to].map((it) => it.split(/\s+/).filter(Boolean)) as [string[], string[]]; // two in, two out
	const head = shared(old, now);
	const tail = shared(old.slice(head).reverse(), now.slice(head).reverse());
	const said = [old, now].map((words) => (words.length ? `“${shortened(words, head, words.length - tail)}”` : ''));
	if (!from) return `new: ${said[1]}`;
	return to ? said.join(' → ') : `gone: ${said[0]}`;
};
