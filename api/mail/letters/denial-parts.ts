import type { KeptGround } from '../../../schema/regimes/grounds.ts';
import type { CitedDenial, Denial } from '../../../schema/request/decision.ts';
import type { LetterLocale, Words } from '../words.ts';
import { groundWords } from './ground-words.ts';
import type { RequestInput } from './parts.ts';

/** A right that was refused, as a whole or in parts. */
export interface DeniedInput extends RequestInput {
	/** For the whole of it; null where parts were refused. */
	ground: KeptGround | null;
	/** Each with the section of the law. */
	denials: readonly CitedDenial[];
	/** What the person calls each correction, from the first; empty for other rights, and where the words are gone. */
	items: readonly string[];
}

/** Where the person can still stop a sale of what is kept, if the notice speaks of one. */
export interface Choices {
	choicesUrl: string | null;
}

const itemIn = {
	en: (item: number) => `Correction ${item}`,
	es: (item: number) => `Corrección ${item}`,
} as const satisfies Record<LetterLocale, (item: number) => string>;

/** A correction as the person put it; by its number where those words are gone. */
export const itemName = (item: number, items: readonly string[], locale: LetterLocale, words: Words): string => {
	const name = items[item - 1];
	return name === undefined ? itemIn[locale](item) : words.quoted(name);
};

const partOf = ({ category, item }: Denial, items: readonly string[], locale: LetterLocale, words: Words) =>
	category === null ? itemName(item ?? 0, items, locale, words) : words.category(category);

/** The corrections that were made, each as the person put it. */
export const grantedItems = (
	requests: readonly Pick<DeniedInput, 'items' | 'denials'>[],
	locale: LetterLocale,
	words: Words,
): string[] => {
	const names = requests.flatMap(({ items, denials }) =>
		items.flatMap((_, index) =>
			denials.some(({ item }) => item === index + 1) ? [] : [itemName(index + 1, items, locale, words)],
		),
	);
	return names.length > 0 ? [words.list(names)] : [];
};

/** Every part that was refused, a line each: what, why, and where the law says so; and for a whole one, why. */
export const groundsOf = (requests: readonly DeniedInput[], locale: LetterLocale, words: Words): string =>
	words.list(
		requests.flatMap(({ right, ground, denials, items }) => [
			...(ground ? [`${words.right(right)}: ${groundWords[locale][ground.key]} (${ground.cite})`] : []),
			...denials.map(
				(denial) => `${partOf(denial, items, locale, words)}: ${groundWords[locale][denial.ground]} (${denial.cite})`,
			),
		]),
	);

const keepsInEnglish = ({ choicesUrl }: Choices) => [
	'What we keep we use for nothing but the reason named. We have told those who work for us to delete the rest too.',
	...(choicesUrl
		? [
				`You can still say that what we keep must not be sold or shared. Nothing needs to be proved for that:\n${choicesUrl}`,
			]
		: []),
];

const keepsInSpanish = ({ choicesUrl }: Choices) => [
	'Lo que conservamos no lo usamos para nada más que el motivo indicado. También hemos pedido a quienes trabajan para nosotros que borren el resto.',
	...(choicesUrl
		? [`Aún puede decidir que lo que conservamos no se venda ni se comparta. No hay que demostrar nada:\n${choicesUrl}`]
		: []),
];

const contestInEnglish =
	'If you say that we are wrong, write to us: we then note at the data that you contest it and tell those who received it. Where it is about your health, you can add a statement of up to 250 words for each point.';
const contestInSpanish =
	'Si cree que nos equivocamos, escríbanos: anotaremos junto a los datos que usted los discute y lo diremos a quienes los recibieron. Si se trata de su salud, puede añadir una declaración de hasta 250 palabras por cada punto.';

/** What a person whose request was refused is told beside the grounds, by the right (11 CCR 7022(f), 7023(f)). */
export const afterRefusal = (requests: readonly DeniedInput[], choices: Choices, locale: LetterLocale): string[] => {
	const has = (right: RequestInput['right']) =>
		requests.some((it) => it.right === right && (it.denials.length > 0 || right === 'CORRECT'));
	return [
		...(has('DELETE') ? (locale === 'es' ? keepsInSpanish : keepsInEnglish)(choices) : []),
		...(has('CORRECT') ? [locale === 'es' ? contestInSpanish : contestInEnglish] : []),
	];
};

/** That the record of the answer stays when the data goes (11 CCR 7022(e), 7101). */
export const recordIsKept = {
	en: 'We keep a record of this request and of our answer for 24 months, as the law asks, and use it for nothing else.',
	es: 'Conservamos constancia de esta solicitud y de nuestra respuesta durante 24 meses, como exige la ley, y no la usamos para nada más.',
} as const satisfies Record<LetterLocale, string>;
