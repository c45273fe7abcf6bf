import { findings, isDenied, type Lexicon, shown, statedTerms } from './claims.ts';
import { either, moreIsWorse } from './directions.ts';
import type { Finding, Passage, Sentence, Trigger } from './model.ts';

const about =
	/collect|gather|receiv|obtain|record|\blogs\b|\bwe log\b|captur|infer|deriv|track|provid|ask(?:s|ed)? (?:you )?for|information (?:about|from|such)|includ|such as|personal (?:data|information)|categor|process|we (?:also )?(?:store|see|hold|access|use)/i;

const kinds: Lexicon = {
	name: /(?<!\b(?:domain|file|host|product|brand|company|trade) )\bnames?\b(?! server)/i,
	'e-mail address': /\be-?mail address/i,
	'postal address': /\b(?:postal|mailing|physical|shipping|street|home|billing) address/i,
	telephone: /\b(?:tele)?phone numbers?\b/i,
	'IP address': /\bIP address|internet protocol address/i,
	account: /\buser ?names?\b|\baccount (?:name|id|info|information|details)\b/i,
	credentials: /\bpasswords?\b|\bcredentials?\b|\bSSH\b|\bprivate keys?\b/i,
	payment:
		/\bcredit card|\bpayment (?:information|details|card|data|method)|\bbank(?:ing)? |\bbilling\b|\bfinancial (?:information|account)/i,
	purchases: /\bpurchas|\btransaction|(?<!\bin )\border(?:s|ed)?\b|\bmerchandise|\bcommercial information/i,
	'government identifier':
		/\bpassport|\bdriver['’]?s? licen[cs]e|\bsocial security|\btax(?:payer)? (?:id|identification|number)|\bgovernment[- ]?(?:issued )?id|\bnational id/i,
	age: /\bdate of birth|\bbirth ?da(?:te|y)|\bages?\b/i,
	characteristics:
		/\bgender|\brac(?:e|ial)\b|\bethnic|\bsexual|\bmarital|\breligio|\bpolitical|\bcitizenship|\bimmigration|\bunion membership|\bdemographic/i,
	biometric: /\bbiometric|\bfingerprints?\b|\bfacial|\bfaceprint|\bvoice ?prints?|\bretina|\biris\b/i,
	health: /\bhealth\b|\bmedical|\bgenetic|\bneural|\bDNA\b/i,
	'precise location': /\b(?:precise|exact) (?:geo)?location|\bGPS\b/i,
	location: /\b(?:geo)?location/i,
	'contacts of others': /\baddress books?|\byour contacts\b|\bcontact lists?/i,
	recordings: /\bphotos?\b|\bphotograph|\bvideo|\baudio\b|\bcamera|\bmicrophone|\brecordings?\b|\bvoice\b/i,
	messages: /\bmessages?\b|\bchats?\b|\bSMS\b|\bcontents? of (?:your )?(?:e-?mails?|communications)/i,
	device:
		/\bdevice (?:id|identifier|information|type|data)|\bhardware|\bMAC address|\badvertising id|\bunique identifier|\boperating system|\buser agent|\bbrowser\b/i,
	cookies: /\bcookies?\b|\bpixels?\b|\bbeacons?\b|\blocal storage|\btracking technolog|\bsession replay|\bkeystrokes?/i,
	activity:
		/\bbrowsing|\bsearch (?:history|quer|terms)|\bclick|\busage\b|\binteract(?:ion|s)\b|\bpages? (?:you )?(?:view|visit)|\blog (?:data|files?)|\bserver logs?|\bactivity\b/i,
	work: /\bemploy(?:er|ment)\b|\bjob (?:title|history)|\br[ée]sum[ée]|\bprofessional (?:information|history)|\boccupation/i,
	education: /\beducation(?:al)? (?:information|records|history)|\bstudent records/i,
	inferences: /\binferences?\b|\binferred|\bprofiles?\b|\b(?:your|their|user|shopping) (?:preferences|interests)\b/i,
	sensitive: /\bsensitive (?:personal )?(?:information|data)|\bspecial categor/i,
	diagnostics: /\bcrash|\bdiagnostic|\btelemetry|\bperformance data/i,
	'social media': /\bsocial (?:media|network)/i,
};

const stated = statedTerms(kinds);

/** A cell or a line that answers yes or no under a heading about collecting. */
const answered = ({ text, under }: Sentence): string[] =>
	/^(?:y|n|yes|no)\.?$/i.test(text) && /collect/i.test(under) ? [/^n/i.test(text) ? 'not collected' : 'collected'] : [];

/** A line without a verb of its own says what its heading says. */
const isNamed = (text: string): boolean => !/\b(?:is|are|was|were|can|may|will|do|does|has|have)\b/i.test(text);

const isAbout = ({ text, under }: Sentence): boolean =>
	about.test(text) || (isNamed(text) && /collect|provide|categor|information (?:we|you)/i.test(under));

const claims = (sentence: Sentence): string[] => [
	...answered(sentence),
	...(isAbout(sentence) ? stated(sentence) : []),
];

const collecting =
	/\bwe(?:['’]ll)?(?: (?:will|may|also|might|can|could|automatically|then))* (?:collect|receiv|obtain|gather|record|access|stor|log)/i;

/** Sentences about collecting that have no counterpart in the other text, whatever they name. */
const anew = (passage: Passage): Finding[] =>
	passage.pairs.flatMap(({ from, to }) =>
		!from && to && collecting.test(to.text) && !isDenied(to.text, to.text.search(collecting))
			? [shown('adverse', to, passage)]
			: [],
	);

export const m1Categories: Trigger = {
	code: 'M1',
	name: 'categories of personal information',
	citation: 'Colorado Rule 6.04(A)(1)(a); Civ. Code 1798.100(a)(1): new categories need a new notice.',
	data: {
		categories: ({ from, to }) => (collected(to ?? from) ? moreIsWorse({ from, to, path: '', line: '' }) : 'unclear'),
		'categories.*.collected': moreIsWorse,
		'categories.*.label': either,
		sensitive: moreIsWorse,
		'sensitive.collected': moreIsWorse,
		'children.knowinglyCollected': moreIsWorse,
		coversMonths: either,
	},
	prose: (passage, texts) => [...findings(claims, passage, texts, () => 'adverse'), ...anew(passage)],
};

const collected = (item: unknown): boolean =>
	typeof item === 'object' && item !== null && 'collected' in item && item.collected !== 'no';
