import { holdsPlace } from '../rules/f6-no-placeholders.ts';
import { type LinkContext, linkFor } from './links.ts';
import type { Remark, Run } from './piece.ts';

const address = /(?<![\p{L}\p{N}])((?:https?:\/\/|www\.)[^\s<>|{}\\^`]*[^\s<>|{}\\^`?!.,:;*_~'")\]])/iu;

/** What an address in plain words would not survive: becoming a link that is not encrypted, or having its marks escaped. */
const isDelicate = (text: string) => !/^https:/i.test(text) || /[*_[\]~&]/.test(text);

/** Addresses in plain words as links of their own, where they cannot be left as they are. */
export const withAddresses = (run: Run): Run[] => {
	if (run.href !== undefined || (run.code && !holdsPlace(run.text))) return [run];
	return run.text.split(address).map((text, index) => {
		const href = /^www\./i.test(text) ? `http://${text}` : text;
		return { ...run, text, ...(index % 2 && isDelicate(text) ? { href } : {}) };
	});
};

/** Whether words become that same link by themselves. */
const linksItself = (text: string, target: string) =>
	!isDelicate(`https:${text}`) && [text, `${text}/`, `mailto:${text}`].includes(target);

/** A run with the link that a notice can have in place of its own; a remark says what became different. */
export const withLink = (run: Run, line: number, { remarks, ...context }: LinkContext & { remarks: Remark[] }): Run => {
	const { href, ...words } = run;
	if (href === undefined) return words;
	const target = linkFor(href, context);
	const say = (message: string) => {
		if (!remarks.some((it) => it.message === message)) remarks.push({ line, message });
	};
	if (target === null) {
		const where = href.startsWith('#') ? 'no part of this text' : 'nowhere that a notice can link to';
		say(
			`The link '${href}' leads to ${where}; its words are kept.${/^[/.\w]/.test(href) ? ' --base <address of the old page> may tell where it led.' : ''}`,
		);
		return words;
	}
	if (linksItself(words.text, target)) return words;
	if (/^http:/i.test(href)) say(`The link '${href}' begins with https now. Look whether it still leads there.`);
	return { ...words, href: target };
};
