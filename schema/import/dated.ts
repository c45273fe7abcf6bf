import { addSeconds, dateIn, type Instant, type PlainDate, plainDateField, startOfDay } from '../time.ts';

const inName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/;

/** The date in the name of a file, or null where it has none. */
export const dateInName = (name: string): PlainDate | null => {
	const [, year, month, day] = inName.exec(name) ?? [];
	const parsed = plainDateField.safeParse(`${year}-${month}-${day}`);
	return parsed.success ? parsed.data : null;
};

/** The most versions that one day can have: the first, and `.2` to `.9`. */
export const mostPerDay = 9;

const secondsPerHour = 3600;

/** The instant of the nth text of a day, of which nothing but the day is known: the day's beginning, then an hour later each. */
export const nthOfDay = (on: PlainDate, n: number, zone: string): Instant =>
	addSeconds(startOfDay(on, zone), n * secondsPerHour);

/**
 * The same texts, in order, each with the version that it becomes: its local date, with `.2` to `.9` for further ones of the
 * day. Each takes effect after the one before it. Those beyond nine of a day are in `skipped`: all but the first eight and the
 * last.
 */
export const versioned = <T extends { effectiveAt: Instant }>(
	texts: readonly T[],
	zone: string,
): { kept: (T & { version: string })[]; skipped: T[] } => {
	const dated = inOrder(texts);
	const days = Map.groupBy(dated, (it) => dateIn(it.effectiveAt, zone));
	const skipped = [...days.values()].flatMap((day) => (day.length > mostPerDay ? day.slice(mostPerDay - 1, -1) : []));
	const kept = [...days].flatMap(([on, day]) =>
		day
			.filter((it) => !skipped.includes(it))
			.map((it, index) => ({ ...it, version: index ? `${on}.${index + 1}` : on })),
	);
	return { kept, skipped };
};

/** Clocks of those who committed differ; the order of a history does not. */
const inOrder = <T extends { effectiveAt: Instant }>(texts: readonly T[]): T[] => {
	const dated: T[] = [];
	for (const text of texts) {
		const before = dated.at(-1)?.effectiveAt;
		const effectiveAt = before && text.effectiveAt <= before ? addSeconds(before, 1) : text.effectiveAt;
		dated.push({ ...text, effectiveAt });
	}
	return dated;
};
