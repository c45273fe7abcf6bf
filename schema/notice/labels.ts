import { en } from './labels-en.ts';
import { es } from './labels-es.ts';
import type {
	accessItems,
	agentProofs,
	answers,
	categoryKeys,
	deletionGrounds,
	discriminationActs,
	feeGrounds,
	furtherUses,
	methodKinds,
	Right,
	sensitiveKinds,
	verificationNeeds,
} from './vocabulary.ts';

type Of<List extends readonly string[]> = Record<List[number], string>;

/**
 * The closed lists in the words that notices print, in one language.
 * @NOTE These words are part of published text: a change of one changes the hash of every version that prints it.
 */
export interface Labels {
	answers: Of<typeof answers>;
	categories: Of<typeof categoryKeys>;
	sensitive: Of<typeof sensitiveKinds>;
	rights: Record<Right, string>;
	accessItems: Of<typeof accessItems>;
	deletionGrounds: Of<typeof deletionGrounds>;
	discriminationActs: Of<typeof discriminationActs>;
	furtherUses: Of<typeof furtherUses>;
	methods: Of<typeof methodKinds>;
	agentProofs: Of<typeof agentProofs>;
	verificationNeeds: Of<typeof verificationNeeds>;
	feeGrounds: Of<typeof feeGrounds>;
	columns: { category: string; examples: string; collected: string; sources: string; retention: string };
	/** The link to a form that stands on the same site. */
	formHere: string;
	none: string;
	/** Not `Intl`: its words change with the runtime, and published text may not. */
	months: readonly string[];
	date: (day: number, month: string, year: number) => string;
	days: (count: string, one: boolean) => string;
	businessDays: (count: string, one: boolean) => string;
	monthsLong: (count: string, one: boolean) => string;
	timesInMonths: (count: number, months: number) => string;
	fromTo: (from: string, to: string) => string;
	or: (parts: readonly string[]) => string;
	with: (who: string) => string;
	see: (where: string) => string;
}

const byLocale: Readonly<Record<string, Labels>> = { en, es };

/** The languages a notice can be printed in. */
export const labelledLocales = ['en', 'es'] as const;

/** The labels of a language; throws RangeError where there are none. */
export const labelsOf = (locale: string): Labels => {
	const labels = byLocale[locale];
	if (!labels) throw new RangeError(`no labels for the language '${locale}'`);
	return labels;
};
