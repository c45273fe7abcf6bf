import { differences, type Lexicon, shown, termsIn } from './claims.ts';
import { either } from './directions.ts';
import type { Sentence, Trigger } from './model.ts';

const terms: Lexicon = {
	'governing law': /\bgovern(?:ed|ing) (?:by (?:the )?)?laws?\b|\blaws of\b|\bgoverning law/i,
	jurisdiction: /\bjurisdictions?\b|\bvenue\b|\bcourts? (?:of|in|located)\b/i,
	arbitration: /\barbitrat|\bclass[- ]action|\bjury trial/i,
	'contractual clauses': /\bstandard contractual|\bmodel clauses|\bbinding corporate/i,
	'adequacy frameworks': /\bprivacy shield|\bsafe harbou?r|\badequacy|\bdata privacy framework|\bDPF\b/i,
	transfer:
		/\btransfer\w* (?:\S+ ){0,8}?(?:outside|to (?:the )?(?:United States|U\.?S\.?A?\b|other|third) ?(?:countr\w+)?)|\boutside (?:of )?(?:the )?(?:EU\b|EEA\b|UK\b|European|your (?:country|jurisdiction))|\binternational(?:ly)? transfer/i,
	children: /\bchild(?:ren)?\b|\bminors?\b|\bparental\b/i,
};
const age = /\bunder (?:the age of )?(\d+)|\b(\d+) years (?:of age|old)|\b(\d+) or (?:older|younger)/gi;

const claims = ({ text }: Sentence): string[] => [
	...termsIn(terms, text),
	...[...text.matchAll(age)].map(([it]) => it.toLowerCase().replace('the age of ', '')),
];

export const m8ForumAndTransfer: Trigger = {
	code: 'M8',
	name: 'forum, transfer abroad, or children’s age',
	citation: 'Regs 7011(e): what a policy says of minors; FTC: terms that take remedies away need notice.',
	data: { children: either, 'children.directedAt': either, 'children.underAge': either },
	// A matter is news only where the other text does not speak of it.
	prose: (passage, texts) =>
		differences(claims, passage, texts)
			.filter(({ elsewhere }) => !elsewhere())
			.map(({ sentence }) => shown('unclear', sentence, passage)),
};
