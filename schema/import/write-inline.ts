import { plainOf } from '../notice/markdown.ts';
import { parseBody } from '../notice/parse.ts';
import { holdsPlace, placeholders } from '../rules/f6-no-placeholders.ts';
import { outward } from '../rules/f9-links-resolve.ts';
import { type AnyNode, walk } from '../rules/walk.ts';
import { type Run, textOfRuns } from './piece.ts';

const reference = (mark: string) => `&#${mark.charCodeAt(0)};`;

const escaped = (text: string) => text.replace(/[\\`*_[\]<{}~|]|&(?=#?\w+;)|!$/g, '\\$&');

// A bracket is escaped by now; nothing else that begins a placeholder is.
const held = placeholders.map((it) => new RegExp(String.raw`(?:\\(?=\[))?(${it.source})`, `${it.flags}g`));

/** The same words, the first letter of each placeholder as a reference: an old text may hold places, as new ones may not. */
const withoutPlaces = (markdown: string): string =>
	held.reduce(
		(text, places) => text.replace(places, (_, place: string) => reference(place) + place.slice(1)),
		markdown,
	);

/** Words as MDX. */
const words = (text: string): string => withoutPlaces(escaped(text));

const atLineStart = (line: string) =>
	line
		.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
		.replace(/^[#>+=-]/, '\\$&')
		.replace(/^(?:import|export)\b/, (word) => reference(word) + word.slice(1));

/** A mark around words, white space kept out of it, where Markdown would not see it as a mark. */
const wrap = (open: string, inner: string, close: string) => {
	const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
	return core ? `${before}${open}${core}${close}${after}` : inner;
};

type Mark = 'href' | 'strong' | 'em';

const grouped = (runs: readonly Run[], mark: Mark): Run[][] => {
	const groups: Run[][] = [];
	for (const run of runs) {
		const last = groups.at(-1);
		if (last?.[0] && last[0][mark] === run[mark]) last.push(run);
		else groups.push([run]);
	}
	return groups;
};

const wrapped = (mark: Mark, inner: string, run: Run | undefined) => {
	if (!run?.[mark]) return inner;
	if (mark === 'href') return wrap('[', inner, `](${run.href})`);
	return mark === 'strong' ? wrap('**', inner, '**') : wrap('*', inner, '*');
};

/** Words as code, within as many backticks as they need. */
const codeSpan = (text: string): string => {
	const fence = '`'.repeat(Math.max(0, ...(text.match(/`+/g) ?? []).map((it) => it.length)) + 1);
	const pad = /^`|`$/.test(text.trim()) ? ' ' : '';
	return wrap(fence + pad, text, pad + fence);
};

const leaf = ({ text, code }: Run): string => {
	if (text === '\n') return '\\\n';
	return code && !holdsPlace(text) ? codeSpan(text) : words(text);
};

const written = (runs: readonly Run[], [mark, ...rest]: readonly Mark[]): string =>
	mark
		? grouped(runs, mark)
				.map((group) => wrapped(mark, written(group, rest), group[0]))
				.join('')
		: runs.map(leaf).join('');

const isRightLink = (node: AnyNode) => node.type !== 'link' || node.url.startsWith('#') || outward.test(node.url);

/** Whether Markdown is read as one paragraph with these words, and every link in it is one that a notice can have. */
const readsAs = (markdown: string, text: string): boolean => {
	const parsed = parseBody(markdown);
	if ('flaw' in parsed) return false;
	const [first, ...rest] = parsed.root.children;
	if (first?.type !== 'paragraph' || rest.length) return false;
	return plainOf(first.children) === text && walk(first).every(isRightLink);
};

const without = (runs: readonly Run[], ...marks: (Mark | 'code')[]): Run[] =>
	runs.map((run) => {
		const plain = { ...run };
		for (const mark of marks) delete plain[mark];
		return plain;
	});

/** Bare addresses become links by themselves, and with what makes them so as code they do not. */
const addressesAsCode = (runs: readonly Run[]): Run[] =>
	without(runs, 'strong', 'em', 'code', 'href').flatMap(({ text }) =>
		text
			.split(/(https?:\/\/|www\.|@)/i)
			.map((part, index): Run => ({ text: part, ...(index % 2 ? { code: true } : {}) })),
	);

const lines = (markdown: string) => markdown.split('\n').map(atLineStart).join('\n');

/**
 * Runs as the MDX of a paragraph that is read as the same words. Emphasis, then links are given up where Markdown cannot say
 * them; words never are.
 */
export const writeInline = (runs: readonly Run[]): string => {
	const attempts = [
		runs,
		without(runs, 'strong', 'em'),
		without(runs, 'strong', 'em', 'code', 'href'),
		addressesAsCode(runs),
	];
	const marks: Mark[] = ['href', 'strong', 'em'];
	const texts = attempts.map((it) => () => lines(written(it, marks)));
	const right = texts.find((it) => readsAs(it(), textOfRuns(runs)));
	return (right ?? (() => lines(words(textOfRuns(runs)))))();
};
