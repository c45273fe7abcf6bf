import type { Right } from '../../notice/vocabulary.ts';
import { contactOf } from './contact.ts';
import { aNumber, numberIn, type Passage, type Proposal } from './passages.ts';

const rightWords: readonly [Right, RegExp][] = [
	['KNOW_CATEGORIES', /right\s+to\s+(?:\w+\s+){0,3}?(?:know|access|disclos)/i],
	['KNOW_SPECIFIC', /specific\s+pieces|data\s+portability|right\s+to\s+(?:know|access)/i],
	['DELETE', /right\s+to\s+(?:\w+\s+){0,5}?(?:delet|eras)/i],
	['CORRECT', /right\s+to\s+(?:\w+\s+){0,3}?correct|request\s+that\s+we\s+correct/i],
	['OPT_OUT', /opt[- ]out\s+of\s+(?:the\s+)?(?:sale|shar|sell)/i],
	['LIMIT', /(?:right\s+to\s+)?limit\s+(?:the\s+)?use/i],
];

const rightsIn = (passages: readonly Passage[]): Right[] =>
	rightWords.filter(([, words]) => passages.some(({ text }) => words.test(text))).map(([right]) => right);

const days = String.raw`\s+(?:calendar\s+)?days`;
const respond = new RegExp(String.raw`(?:respond|answer|reply)[^.]{0,80}?within\s+${aNumber}${days}`, 'i');
const extended = new RegExp(String.raw`extend[^.]{0,80}?${aNumber}(?:\s+or\s+${aNumber})?${days}`, 'i');
const yearly = new RegExp(String.raw`\b(?:(twice)|${aNumber}\s+times)[^.]{0,40}?(?:twelve|12)`, 'i');

const firstMatch = (passages: readonly Passage[], pattern: RegExp) =>
	passages.flatMap(({ text, line }) => {
		const found = pattern.exec(text);
		return found ? [{ found, line }] : [];
	})[0];

const extensions = (passages: readonly Passage[]): number[] =>
	(firstMatch(passages, extended)?.found.slice(1) ?? []).flatMap((it) => (it ? (numberIn(it) ?? []) : []));

const accessPerYear = (passages: readonly Passage[]) => {
	const [, twice, times] = firstMatch(passages, yearly)?.found ?? [];
	return twice ? 2 : times ? numberIn(times) : undefined;
};

const methodsIn = (passages: readonly Passage[]) => {
	const asking = passages.filter(({ text }) => /request/i.test(text));
	const { telephone, email } = (contactOf(asking)?.fields.contact ?? {}) as { telephone?: string; email?: string };
	const form = asking.some(({ text }) => /\b(?:web|online)\s*form\b/i.test(text));
	return [
		...(telephone ? [{ kind: 'telephone', value: telephone }] : []),
		// The form of this site takes the place of the old one.
		...(form ? [{ kind: 'form', value: '/requests/' }] : []),
		...(email ? [{ kind: 'email', value: email }] : []),
	];
};

/** How fast a text says that requests are answered, and of which rights; null where it names no number of days. */
export const commitmentsOf = (passages: readonly Passage[]): Proposal | null => {
	const answered = firstMatch(passages, respond);
	const respondWithinDays = numberIn(answered?.found[1] ?? '');
	if (!answered || !respondWithinDays) return null;
	const rights = rightsIn(passages);
	const extendToDays = extensions(passages).filter((it) => it > respondWithinDays);
	const accessRequestsPerYear = accessPerYear(passages);
	const verified = passages.some(({ text }) => /verif/i.test(text));
	return {
		line: answered.line,
		fields: {
			commitments: {
				rights,
				respondWithinDays,
				...(extendToDays.length ? { extendToDays } : {}),
				...(accessRequestsPerYear ? { accessRequestsPerYear } : {}),
				methods: methodsIn(passages),
				verification: {
					rights: rights.filter((it) => it !== 'OPT_OUT' && it !== 'LIMIT'),
					needs: verified ? ['identity', 'description'] : [],
				},
			},
		},
	};
};
