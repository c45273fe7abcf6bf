import { differences, directionOf, findings, isDenied, type Lexicon, shown, termsIn } from './claims.ts';
import { either, moreIsWorse } from './directions.ts';
import type { Sentence, Trigger } from './model.ts';
import { ownerOf } from './sentences.ts';

const kinds: Lexicon = {
	'service providers': /\bservice providers?|\bvendors?\b|\bcontractors?\b|\bsub-?processors?\b|\bsuppliers?\b/i,
	affiliates: /\baffiliates?\b|\bsubsidiar|\bparent compan/i,
	advertisers: /\badverti[sz](?:ers?|ing (?:networks?|partners?|compan\w+|platforms?))|\bad networks?/i,
	partners: /\bpartners?\b/i,
	'analytics providers': /\banalytics (?:providers?|services?|tools?|partners?|compan)/i,
	'data brokers': /\bdata brokers?/i,
	authorities: /\blaw enforcement|\bgovernment|\bauthorit(?:y|ies)\b|\bregulators?|\bcourts?\b|\bsubpoena/i,
	'payment processors': /\bpayment (?:processors?|providers?|partners?|services?)/i,
	carriers:
		/\bshipping (?:compan|partner|provider|carrier|fulfil)|\bcarriers?\b|\bfulfil?ment (?:compan|partner|provider|hous)/i,
	buyers: /\bbuyers?\b|\bacquir|\bsuccessors?\b|\bpurchasers?\b|\bmerger/i,
	researchers: /\bresearchers?\b|\bacademic/i,
	'credit agencies': /\bcredit (?:bureaus?|agenc|reporting)/i,
	employers: /\byour (?:employer|organi[sz]ation|administrators?)\b/i,
	'social networks': /\bsocial (?:media|network)/i,
	'registrars and resellers': /\bregistrars?\b|\bresellers?\b|\bregistr(?:y|ies)\b/i,
	advisers: /\badvis[eo]rs?\b|\bauditors?\b|\blawyers?\b|\battorneys?\b|\baccountants?\b/i,
	'other users': /\bother (?:users|customers|people|members)/i,
	'the public': /\bthe public\b|\bpublicly\b/i,
};

const handed =
	/\bshar(?:e|es|ed|ing)\b|\bdisclos|\bprovid|\bsend|\bsent\b|\breceiv|\btransfer|\bsell|\bsold\b|\bthird[- ]part|\bgovern(?:ed|s)\b|\bprocessed by\b|\bpartner|\bwork(?:s|ing)? with\b|\bhost|\bus(?:e|es|ing)\b|\bvendor|\bthrough\b|\bvia\b/i;
const headed = /shar|disclos|third|recipient|partner|vendor|provider|analytics|cookie|advertis|categor/i;

const isAbout = ({ text, under }: Sentence): boolean => handed.test(text) || headed.test(under);
const kindClaims = (sentence: Sentence): string[] => (isAbout(sentence) ? termsIn(kinds, sentence.text) : []);

// A word in capitals within a sentence, with those that follow it.
const name =
	/(?<=[\p{Ll}\p{N},;:)("“”'’–-]\s+[("“]?)\p{Lu}[\p{L}\p{N}.&’'-]*\p{L}[\p{L}\p{N}]*(?:\s+\p{Lu}[\p{L}\p{N}&’'-]*\p{L})*/gu;
const noOrganisation =
	/^(?:I|You|Your|We|Our|The|This|Section|Privacy|Policy|Notice|Site|Sites|Services?|Terms|Personal|Information|Data|Website|App|EEA|EU|UK|US|USA|GDPR|CCPA|CPRA|LGPD|IP|January|February|March|April|May|June|July|August|September|October|November|December|California|Colorado|Virginia|Connecticut|Utah|European|Union|Economic|Area|United|States|Kingdom|America|Europe|Ireland|Switzerland|Swiss|Act|Law|Regulation|Standard|Contractual|Clauses|Commission|Civil|Code|Internet|Do|Not|Track)$/;

const singular = (words: string): string => words.replace(/ies$|s$/, '');

/** In a title every word begins with a capital. */
const isTitled = (text: string): boolean => {
	const words = text.match(/\p{L}{4,}/gu) ?? [];
	return words.filter((it) => /^\p{Lu}/u.test(it)).length > words.length / 2;
};

const names = ({ text }: Sentence): string[] =>
	isTitled(text)
		? []
		: [...text.matchAll(name)]
				.filter((it) => !isDenied(text, it.index) && !it[0].split(/\s+/).every((word) => noOrganisation.test(word)))
				.map(([it]) => it);

const named =
	/third[- ]part|\bpartner|\bvendor|\bprovider|\bprocessors?\b|\bshar(?:e|es|ed|ing)\b|\bdisclos|\bsell|\bsold\b|\bgoverned by\b|\bprivacy polic(?:y|ies) of|\b(?:delivered|processed|powered|hosted|stored|sent|handled|provided) (?:in|by|via|through|to|with|on)\b|\bwe (?:\w+ )?us(?:e|ing)\b|\bus(?:e|ing) (?:of )?third|\banalytics\b|\bcookies?\b|\badvertis/i;

const organisations = (sentence: Sentence): string[] =>
	named.test(sentence.text)
		? [...names(sentence).map((it) => it.toLowerCase()), ...sentence.links.map(ownerOf).filter(Boolean)]
		: [];

export const m5ThirdParties: Trigger = {
	code: 'M5',
	name: 'third parties',
	citation: 'Colorado Rule 6.04(A)(1)(e): categories of third parties.',
	data: {
		recipients: moreIsWorse,
		'recipients.*.label': either,
		'categories.*.disclosed.to': moreIsWorse,
		'categories.*.soldOrShared.to': moreIsWorse,
	},
	prose: (passage, texts) => {
		// An organisation is news only where the other text has it nowhere.
		const organisation = differences(organisations, passage, texts).filter(
			({ claim, way }) => !texts[way === 'come' ? 'from' : 'to'].words().includes(singular(claim)),
		);
		return [
			...findings(kindClaims, passage, texts, () => 'adverse'),
			...organisation.map((it) => shown(directionOf(it, 'adverse'), it.sentence, passage)),
		];
	},
};
