import { differences, shown } from './claims.ts';
import { either, type Judge, moreIsBetter } from './directions.ts';
import type { Sentence, Trigger } from './model.ts';

const entity =
	/\b(?:\p{Lu}[\p{L}\p{N}&.'’-]*,?\s+){1,5}?(?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|Corp|Corporation|B\.V|BV|S\.A|SAS|PLC|AG|Pty|Oy|AB|N\.V)\b/gu;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const roles =
	/\bcontroller\b|\bdata protection officer|\b(?:protection|GDPR) representative\b|\bsuccessor\b|\bacquired\b/i;
const introduced = /\b(?:operated|owned|provided|offered) by\b|[“"](?:we|us|our),?[”"]/i;
const contact = /contact|who we are|about us|controller|complain|question/i;

const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([it]) => it.toLowerCase());

const isAbout = ({ text, under }: Sentence): boolean =>
	[roles, introduced, contact].some((it) => it.test(text)) || contact.test(under);

const claims = (sentence: Sentence): string[] => [
	...(isAbout(sentence) ? named(sentence.text, entity) : []),
	...(isAbout(sentence) ? named(sentence.text, email) : []),
	...(isAbout(sentence) ? named(sentence.text, new RegExp(roles, 'gi')) : []),
];

/** The country, or whatever stands last in an address. */
const country: Judge = ({ from, to }) => {
	const [old, now] = [from, to].map((it) => (Array.isArray(it) ? it.at(-1) : undefined));
	return old === now ? null : 'unclear';
};

export const m3Controller: Trigger = {
	code: 'M3',
	name: 'organisation or its contact',
	citation: 'Colorado Rule 6.04(A)(1)(c): the identity of the controller.',
	data: {
		'controller.name': either,
		'controller.address': country,
		contact: moreIsBetter,
		'contact.email': moreIsBetter,
		'contact.telephone': moreIsBetter,
		'contact.post': moreIsBetter,
	},
	// A name is news only where the other text has it nowhere.
	prose: (passage, texts) =>
		differences(claims, passage, texts)
			.filter(({ claim, way }) => !texts[way === 'come' ? 'from' : 'to'].words().includes(claim))
			.map(({ sentence }) => shown('unclear', sentence, passage)),
};
