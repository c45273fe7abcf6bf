/** One line of a plain text that has words. */
export interface Line {
	text: string;
	/** Counted from 1. */
	line: number;
	blankBefore: boolean;
	blankAfter: boolean;
	bullet: boolean;
	/** Whether a line is drawn under it. */
	underlined: boolean;
	indented: boolean;
}

/** Lines drawn with characters, which are no words. */
const drawn = /^[=_*~-]{3,}$/;
const bullet = /^[•*‣◦·–—-](?:[ \t]+|$)/;

const isBlank = (text: string | undefined) => (text ?? '').trim() === '';

/** The lines of a plain text that have words, bullets and drawn lines taken off. */
export const linesOf = (source: string): Line[] => {
	const raw = source.split('\n');
	return raw.flatMap((whole, index): Line[] => {
		const text = whole.trim();
		const words = text.replace(bullet, '');
		if (words === '' || drawn.test(text)) return [];
		const under = drawn.test(raw[index + 1]?.trim() ?? '');
		return [
			{
				text: words,
				line: index + 1,
				blankBefore: isBlank(raw[index - 1]),
				blankAfter: isBlank(raw[index + (under ? 2 : 1)]),
				bullet: bullet.test(text),
				underlined: under,
				indented: /^[ \t]/.test(whole),
			},
		];
	});
};
