import { findings, type Lexicon, shown, statedTerms } from './claims.ts';
import { either, moreIsWorse } from './directions.ts';
import type { Finding, Passage, Sentence, Trigger } from './model.ts';

const purposes: Lexicon = {
	advertising: /\badverti[sz]|\btargeted\b|\bretarget/i,
	marketing: /\bmarketing|\bpromotion|\bnewsletters?\b|\bfundrais/i,
	profiling:
		/\bprofiling\b|\b(?:build|creat\w+|compil\w+|user|consumer|detailed|advertising) (?:\w+ ){0,2}profiles?\b/i,
	personalisation: /\bpersonali[sz]|\brecommend|\btailor/i,
	'artificial intelligence':
		/\bAI\b|artificial intelligence|machine learning|\btrain(?:ing|ed)?\b|\blanguage models?|\bautomat(?:ed|ic) decision|\balgorithm/i,
	analytics: /\banaly(?:tics|[sz]e|sis)\b|\bstatistic|\bmeasur/i,
	research: /\bresearch\b|\bsurveys?\b/i,
	'new products': /\bdevelop(?:ing|ment of)? (?:new |future )?(?:products|features|services)/i,
	improvement: /\bimprov|\boptimi[sz]/i,
	security: /\bfraud|\bsecurity (?:purposes|incident)|\babuse\b|\bspam\b|\binvestigat/i,
	'law enforcement': /\blaw enforcement|\bsurveill/i,
	monetising: /\bmoneti[sz]|\bresell|\bcommerciali/i,
	credit: /\bcredit (?:scor|decision)|\bunderwrit|\binsurance\b|\beligibilit/i,
	recruitment: /\brecruit|\bhiring\b/i,
	combining: /\bcombin(?:e|ing)|\bmerg(?:e|ing) (?:it|this|your)|\bcross-?referenc|\bconsolidat/i,
	'legitimate interests': /\blegitimate (?:business )?interest/i,
	'contract as the basis': /\bcontractual necessity|\bperform(?:ance of)? (?:a|the|our|any) contract/i,
	'any other purpose': /\bany (?:other )?(?:lawful |business )?purpose/i,
};

const used =
	/\bus(?:e[sd]?|ing)\b|\bpurposes?\b|\bprocess|\bin order to\b|\bto (?:help|better)\b|\blegal bas[ie]s\b|\brely on\b|\bcollect/i;
const headed = /\buse\b|\busing\b|purpose|why|how we|legal bas/i;

const stated = statedTerms(purposes);
const isAbout = ({ text, under }: Sentence) => used.test(text) || headed.test(under);
const claims = (sentence: Sentence): string[] => (isAbout(sentence) ? stated(sentence) : []);

const listed = /^(?:[•*\-–]\s*)?(?:\([a-z]+\)\s*)?(?:to|for|as|in order to|when)\b|^\*{0,2}purposes?:/i;

/** An item of a list of purposes that has no counterpart in the other text. */
const items = (passage: Passage): Finding[] =>
	passage.pairs.flatMap(({ from, to }) => {
		const only = from && to ? null : (from ?? to);
		if (!only || !headed.test(only.under) || !listed.test(only.text)) return [];
		return [shown(from ? 'favourable' : 'adverse', only, passage)];
	});

export const m2Purposes: Trigger = {
	code: 'M2',
	name: 'purposes of use',
	citation: 'Colorado Rule 6.04(A)(1)(b); Civ. Code 1798.100(a)(1); regs 7002: use beyond what people expect.',
	data: {
		purposes: moreIsWorse,
		'purposes.*.text': either,
		'categories.*.purposes': moreIsWorse,
		furtherUses: moreIsWorse,
		'sensitive.usedBeyondService': moreIsWorse,
	},
	prose: (passage, texts) => [...findings(claims, passage, texts, () => 'adverse'), ...items(passage)],
};
