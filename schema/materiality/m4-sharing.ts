import { findings, isDenied, shown } from './claims.ts';
import { moreIsWorse } from './directions.ts';
import type { Finding, Passage, Sentence, Trigger } from './model.ts';
import { matter, plainWords } from './sentences.ts';

const acts = {
	sell: /\b(?:sell(?:s|ing)?|sold|sale of)\b/gi,
	rent: /\b(?:rent(?:s|ed|ing)?|leas(?:e|ed|ing)|trad(?:e|ed|ing))\b/gi,
	share: /(?<!\b(?:social|revenue) )\bshar(?:e|es|ed|ing)\b/gi,
	disclose: /\bdisclos(?:e|es|ed|ing|ures?)\b/gi,
	transfer: /\btransfer(?:s|red|ring)?\b|\bpass(?:es|ed)? on\b/gi,
	publish: /\b(?:made?|making) (?:\S+ ){0,5}?(?:public|publicly available|available to)\b|\bpublish(?:es|ed|ing)?\b/gi,
	provide:
		/\b(?:provide|give|send|release)s?d? (?:\S+ ){0,8}?(?:to|with) (?:\S+ ){0,2}?(?:third[- ]part|partner|affiliate|vendor|advertis|provider|compan)/gi,
} as const;

// Goods are sold and tips are shared too.
const ofData =
	/information|\bdata\b|details|identif|address|\bit\b|\bthem\b|categor|\blists?\b|\bname|content|cookie|record|affiliates|third/i;

// What the reader does with information is no act of the organisation.
const byReader =
	/\byou(?: (?:may|can|might|choose to|decide to|also|will|do|don['’]t|never|otherwise|voluntarily|publicly|have|want to))* $|\b(?:right|ask us|request) (?:to|that) (?:\w+ ){0,4}$/i;

const claims = ({ text }: Sentence): string[] =>
	(ofData.test(text) ? Object.entries(acts) : []).flatMap(([act, pattern]) =>
		[...text.matchAll(pattern)]
			.filter(({ index }) => !byReader.test(text.slice(0, index)))
			.map(({ index }) => (isDenied(text, index) ? `not ${act}` : act)),
	);

const qualifier =
	/^(?:for|except|unless|other|generally|without|money|monetary|directly|knowingly|currently|most|solely|usually|normally|intentionally|but|however)$/;
const empty =
	/^(?:a|an|the|and|or|we|our|us|you|your|of|to|in|on|by|it|its|is|are|be|do|does|will|not|never|any|this|that|these|those|no|sell|sold|sale|shared?|sharing|disclosed?|disclosing|personal|information|data|personally|identifiable|with|third|part(?:y|ies)|other)$/;

const carrying = (text: string): Set<string> =>
	matter(
		plainWords(text)
			.filter((it) => !empty.test(it))
			.join(' '),
	);

/** A denial of selling or sharing whose words were altered, though it still denies. */
const altered = (passage: Passage): Finding[] =>
	passage.pairs.flatMap(({ from, to }) => {
		if (!from || !to || ![from, to].every((it) => claims(it).some((claim) => claim.startsWith('not ')))) return [];
		const [old, now] = [carrying(from.text), carrying(to.text)];
		const [gone, come] = [[...old.difference(now)], [...now.difference(old)]];
		if (gone.length + come.length === 0) return [];
		const narrowed = come.some((it) => qualifier.test(it)) && !gone.some((it) => qualifier.test(it));
		return [shown(narrowed ? 'adverse' : 'unclear', to, passage)];
	});

const answered = ({ text, under }: Sentence): string[] =>
	/^(?:y|n|yes|no)\.?$/i.test(text) && /\bs(?:old|hared)|disclos/i.test(under)
		? [/^n/i.test(text) ? 'not so' : 'so']
		: [];

const all = (sentence: Sentence): string[] => [...claims(sentence), ...answered(sentence)];

export const m4Sharing: Trigger = {
	code: 'M4',
	name: 'sale, sharing or disclosure',
	citation: 'Colorado Rule 6.04(A)(1)(d): the act of sharing; FTC, Gateway Learning (2004).',
	data: {
		'categories.*.soldOrShared.answer': moreIsWorse,
		'categories.*.soldOrShared.to': moreIsWorse,
		'categories.*.disclosed.answer': moreIsWorse,
		'categories.*.disclosed.to': moreIsWorse,
		soldForMoney: moreIsWorse,
		'children.knowinglySoldOrShared': moreIsWorse,
	},
	prose: (passage, texts) => [...findings(all, passage, texts, () => 'adverse'), ...altered(passage)],
};
