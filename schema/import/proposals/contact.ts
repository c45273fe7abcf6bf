import type { Passage, Proposal } from './passages.ts';

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const telephone = /\+\d[\d ().-]{7,}\d|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/;

const isAboutContact = ({ heading, text }: Passage) => /contact|question|contacto/i.test(`${heading} ${text}`);

const firstOf = (passages: readonly Passage[], pattern: RegExp) =>
	[...passages.filter(isAboutContact), ...passages].flatMap(({ text, line }) => {
		const found = pattern.exec(text)?.[0];
		return found ? [{ found, line }] : [];
	})[0];

/** The mail address and the telephone number of a text, those that stand where it speaks of contact before others. */
export const contactOf = (passages: readonly Passage[]): Proposal | null => {
	const mail = firstOf(passages, email);
	const call = firstOf(passages, telephone);
	const line = mail?.line ?? call?.line;
	if (line === undefined) return null;
	const contact = { ...(mail ? { email: mail.found } : {}), ...(call ? { telephone: call.found } : {}) };
	return { line, fields: { contact } };
};
