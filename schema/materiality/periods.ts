const words: Readonly<Record<string, number>> = {
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	twelve: 12,
	fourteen: 14,
	fifteen: 15,
	eighteen: 18,
	twenty: 20,
	thirty: 30,
	'forty-five': 45,
	sixty: 60,
	ninety: 90,
};

const hours = { hour: 1, day: 24, week: 168, month: 730, year: 8760 } as const;

const period = new RegExp(
	`\\b(\\d+(?:\\.\\d+)?|${Object.keys(words).join('|')}|an?)(?:\\s*\\((\\d+)\\))?[\\s-]*(?:(?:business|calendar|working|full|consecutive)[\\s-]+)?(hour|day|week|month|year)s?\\b`,
	'gi',
);

const count = (text: string): number => words[text.toLowerCase()] ?? (/^an?$/i.test(text) ? 1 : Number(text));

/** Every period that a text names, in hours: “30 days”, “two years”, “a month”. */
export const periodsIn = (text: string): number[] =>
	[...text.matchAll(period)].map(([, number = '', digits, unit = '']) => {
		const length = hours[unit.toLowerCase() as keyof typeof hours]; // the pattern lists the same units
		return count(digits ?? number) * length;
	});
