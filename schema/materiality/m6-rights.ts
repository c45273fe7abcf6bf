import { findings, type Lexicon, shown, statedTerms } from './claims.ts';
import { either, limit, moreIsBetter, moreIsWorse } from './directions.ts';
import type { Direction, Finding, Passage, Sentence, Trigger } from './model.ts';
import { periodsIn } from './periods.ts';
import { saysOther } from './sentences.ts';

const given: Lexicon = {
	'to opt out': /\bopt(?:ing)?[- ]?outs?\b|\bunsubscrib/i,
	signal: /\bglobal privacy control|\bGPC\b|\bdo not track\b|\bpreference signal/i,
	'to limit': /\blimit(?:ing)? the use\b|\brestrict(?:ion)?\b/i,
	'to know': /\b(?:right|request|ask)\w* (?:\w+ ){0,3}(?:access|know)\b|\bcopy of\b|\bdata report/i,
	portability: /\bportab/i,
	'to correct': /\bcorrect(?:ed|ion)?\b|\brectif|\bupdate your (?:personal )?(?:information|data)/i,
	'to delete': /\bdelet|\beras(?:e|ure)/i,
	'to object': /\bobject(?: to|ion)\b/i,
	'to withdraw': /\bwithdraw/i,
	'to complain': /\bcomplain(?:t)? (?:to|with|about us)|\blodge\b|\bsupervisory authorit|\bregulator/i,
	'to appeal': /\bappeal/i,
	'no discrimination': /\bdiscriminat|\bretaliat/i,
	form: /\b(?:web|online|request) ?(?:request )?forms?\b|\bsettings\b|\bdashboard\b|\bportal\b/i,
	telephone: /\btoll[- ]free|\bcall(?:ing)? us\b|\b\d{3}[-. )]+\d{3}[-. ]+\d{4}\b/i,
	post: /\b(?:by|via) (?:post|mail)\b|\bwrit(?:e|ing) to us\b/i,
	agent: /\bauthori[sz]ed agent|\bon your behalf\b|\bpower of attorney/i,
};
const asked: Lexicon = {
	verification: /\bverif|\bconfirm your identity|\bproof of|\bidentification\b/i,
	fee: /\bfees?\b|\bcharge (?:you|a)\b/i,
	refusal: /\b(?:deny|denied|refus|declin|unable to (?:delete|comply|honou?r))/i,
};

const ways = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const spoken =
	/\byou (?:can|may|could|have (?:the|a) |are entitled)|\byour (?:\w+ )?(?:rights?|choices?|requests?)\b|\bright to\b|\brequests? (?:to|that|for|your|a)\b|\b(?:access|deletion|verifiable|consumer) requests?\b|\bopt|\bverif|\bunsubscrib|\bdo not track|\bsignal|\bagents?\b/i;
const headed = /right|choice|request|control|opt|access|your option|fee\b|agent|verif|timeframe|how long we take/i;

const rightsHeading = /\brights?\b|\bchoices?\b|\brequests?\b/i;

const isAbout = ({ text, under }: Sentence): boolean => headed.test(under) || spoken.test(text);

const stated = statedTerms({ ...given, ...asked });
const claims = (sentence: Sentence): string[] =>
	isAbout(sentence) ? [...stated(sentence), ...[...sentence.text.matchAll(ways)].map(([it]) => it.toLowerCase())] : [];

const coming = (claim: string): Direction => {
	if (/^not |@/.test(claim)) return 'unclear';
	return claim in asked ? 'adverse' : 'favourable';
};

/** Times to answer that became longer or shorter. */
const deadlines = (passage: Passage): Finding[] =>
	passage.pairs.flatMap(({ from, to }) => {
		const [old, now] = [from, to].map((it) => (it && isAbout(it) ? Math.max(0, ...periodsIn(it.text)) : 0)) as [
			number,
			number,
		]; // two in, two out
		if (old === now) return [];
		const direction = !old || !now ? 'unclear' : now > old ? 'adverse' : 'favourable';
		return [shown(direction, to ?? from, passage)];
	});

/** Sentences under a heading about rights that came, went or now speak of something else. */
const reworded = (passage: Passage): Finding[] =>
	passage.pairs.flatMap(({ from, to }) => {
		const told = to ?? from;
		if (!told || !rightsHeading.test(told.under) || !spoken.test(`${told.lead} ${told.text}`)) return [];
		return saysOther(from?.text ?? '', to?.text ?? '') ? [shown('unclear', told, passage)] : [];
	});

export const m6Rights: Trigger = {
	code: 'M6',
	name: 'rights and how to use them',
	citation: 'Colorado Rule 6.04(A)(1)(f): the methods by which rights are exercised; Civ. Code 1798.130.',
	data: {
		commitments: moreIsBetter,
		'commitments.regime': either,
		'commitments.rights': moreIsBetter,
		'commitments.respondWithinDays': moreIsWorse,
		'commitments.extendToDays': moreIsWorse,
		'commitments.confirmWithinBusinessDays': moreIsWorse,
		'commitments.optOutWithinBusinessDays': moreIsWorse,
		'commitments.accessRequestsPerYear': limit,
		'commitments.accessCoversMonths': limit,
		'commitments.accessItems': moreIsBetter,
		'commitments.portableFormat': moreIsBetter,
		'commitments.deletionGrounds': moreIsWorse,
		'commitments.deletionByServiceProviders': moreIsBetter,
		'commitments.optOutOf': moreIsBetter,
		'commitments.optOutSignal': moreIsBetter,
		'commitments.optOutWarning': moreIsWorse,
		'commitments.methods': moreIsBetter,
		'commitments.methods.*.value': either,
		'commitments.verification': moreIsWorse,
		'commitments.verification.rights': moreIsWorse,
		'commitments.verification.needs': moreIsWorse,
		'commitments.agents': moreIsBetter,
		'commitments.agents.rights': moreIsBetter,
		'commitments.agents.proofs': moreIsWorse,
		'commitments.agents.mayDenyWithoutProof': moreIsWorse,
		'commitments.agents.powerOfAttorney': moreIsBetter,
		'commitments.feeOnlyWhen': moreIsWorse,
		'commitments.financialIncentives': either,
		'children.removalOnRequest': moreIsBetter,
		'scope.populations.*.governedBy': either,
		'scope.populations.*.referTo': either,
	},
	prose: (passage, texts) => {
		const found = [...findings(claims, passage, texts, coming), ...deadlines(passage)];
		const isTold = (it: Finding) => found.some(({ from, to }) => from === it.from && to === it.to);
		return [...found, ...reworded(passage).filter((it) => !isTold(it))];
	},
};
