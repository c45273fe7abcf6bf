import { findings, type Lexicon, statedTerms } from './claims.ts';
import { either, moreIsBetter, moreIsWorse, replaced } from './directions.ts';
import type { Direction, Sentence, Trigger } from './model.ts';
import { periodsIn } from './periods.ts';

const spoken =
	/\b(?:chang|updat|modif|revis|amend)\w*\b[^.]*\b(?:policy|notice|statement|terms)\b|\b(?:policy|notice|statement|terms)\b[^.]*\b(?:chang|updat|modif|revis|amend)\w*\b/i;
const headed =
	/\b(?:chang|updat|modif|revis|amend)\w*\b.*\b(?:polic|notice|statement|terms)|^changes?$|^(?:polic\w+|notice) (?:chang|updat)/i;

const terms: Lexicon = {
	email: /\be-?mail/i,
	website: /\bposting|\bposted?\b|\bwebsite|\bblog\b|\bbanner|\bhomepage/i,
	dashboard: /\bdashboard|\bin-?app\b|\baccount settings/i,
	notice: /\bnotif|\bnotice of|\bannounc|\binform you\b|\badditional notice/i,
	'in advance': /\badvance\b|\bbefore (?:the|it|they|any|such)\b|\bprior (?:to|notice)\b/i,
	archive: /\bchange ?log\b|\barchive|\bprevious versions?|\bhistory\b|\bgithub\b/i,
	consent: /\bconsent\b|\bagree\b/i,
	objection: /\bobject\b/i,
	'continued use': /\bcontinu\w+ (?:to )?us|\buse (?:\S+ ){0,6}(?:means|constitutes|signif)|\bdeemed\b/i,
	discretion: /\bdiscretion|\bat any time\b|\bfrom time to time\b|\bwithout notice\b|\breserve the right/i,
	'reader looks':
		/\b(?:check|review|visit)\b[^.]*\b(?:often|regularly|frequently|periodically|from time to time|this page)/i,
};
const forTheWorse = ['continued use', 'discretion', 'reader looks', 'consent'];

const isAbout = ({ text, under }: Sentence): boolean => spoken.test(text) || headed.test(under);
const stated = statedTerms(terms);
const claims = (sentence: Sentence): string[] =>
	isAbout(sentence) ? [...stated(sentence), ...periodsIn(sentence.text).map((it) => `by ${it}`)] : [];

const coming = (claim: string): Direction =>
	forTheWorse.includes(claim.replace('not ', '')) ? 'adverse' : claim.startsWith('by ') ? 'unclear' : 'favourable';

export const m10ChangeTerms: Trigger = {
	code: 'M10',
	name: 'way that changes are made known',
	citation: 'Bus. & Prof. Code 22575(b)(3): how people learn of a material change.',
	data: {
		changeTerms: moreIsBetter,
		'changeTerms.inForce': replaced,
		'changeTerms.useMeansAcceptance': moreIsWorse,
		'changeTerms.advanceNotice.days': moreIsBetter,
		'changeTerms.advanceNotice.said': either,
		'changeTerms.objection': moreIsBetter,
		'changeTerms.objection.days': moreIsBetter,
		'changeTerms.objection.said': either,
	},
	prose: (passage, texts) => findings(claims, passage, texts, coming),
};
