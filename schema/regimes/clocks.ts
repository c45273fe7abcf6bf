import type { Commitments } from '../notice/frontmatter.ts';
import type { Right } from '../notice/vocabulary.ts';
import { isAccess, isImmediate } from '../request/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import { endOf } from './calendar.ts';
import { periodWords } from './period.ts';
import type { Clock, Frequency, Period, Regime } from './regime.ts';

/** When an answer is due, and what says so. */
export interface Due {
	/** The earlier of the two. */
	dueOn: PlainDate;
	/** The section of the law, or the notice's own promise, that set `dueOn`. */
	cite: string;
	promisedOn: PlainDate;
	/** Null for a right that no law of the regime knew on the day of receipt. */
	legalOn: PlainDate | null;
}

const latest = <T extends { validFrom: PlainDate }>(rows: readonly T[], on: PlainDate): T | null =>
	rows.filter((row) => row.validFrom <= on).reduce<T | null>((a, b) => (a && a.validFrom > b.validFrom ? a : b), null);

/** The regime's row for a duty and a right that was law on a date; the newest of them. */
export const clockOn = (regime: Regime, duty: Clock['duty'], right: Right, on: PlainDate): Clock | null =>
	latest(
		regime.clocks.filter((row) => row.duty === duty && row.rights.includes(right)),
		on,
	);

/** The regime's row for how often a right may be used that was law on a date; the newest of them. */
export const frequencyOn = (regime: Regime, right: Right, on: PlainDate): Frequency | null =>
	latest(
		regime.frequencies.filter((row) => row.rights.includes(right)),
		on,
	);

const better = (promisedOn: PlainDate, legal: Clock | null, legalOn: PlainDate | null, promise: string): Due =>
	legal && legalOn && legalOn < promisedOn
		? { dueOn: legalOn, cite: legal.cite, promisedOn, legalOn }
		: { dueOn: promisedOn, cite: promise, promisedOn, legalOn };

const due = (duty: Clock['duty'], right: Right, receivedOn: PlainDate, promised: Period, regime: Regime): Due => {
	const legal = clockOn(regime, duty, right, receivedOn);
	const legalOn = legal && endOf(legal.period, receivedOn, regime);
	return better(endOf(promised, receivedOn, regime), legal, legalOn, `the notice: within ${periodWords(promised)}`);
};

/** When a request is to be answered: what was promised, or what law says where that is earlier. */
export const dueOn = (right: Right, receivedOn: PlainDate, commitments: Commitments, regime: Regime): Due =>
	due(
		'respond',
		right,
		receivedOn,
		isImmediate(right)
			? { count: commitments.optOutWithinBusinessDays, unit: 'businessDays' }
			: { count: commitments.respondWithinDays, unit: 'calendarDays' },
		regime,
	);

/** When a request is to be acknowledged; null for a right that acts at once. */
export const confirmationDueOn = (
	right: Right,
	receivedOn: PlainDate,
	commitments: Commitments,
	regime: Regime,
): Due | null =>
	isImmediate(right)
		? null
		: due('confirm', right, receivedOn, { count: commitments.confirmWithinBusinessDays, unit: 'businessDays' }, regime);

/**
 * The dates to which an answer may be put off, each once: counted from receipt, later than its first date, and none later
 * than law allows.
 */
export const extensionsOf = (right: Right, receivedOn: PlainDate, commitments: Commitments, regime: Regime): Due[] => {
	if (isImmediate(right)) return [];
	const first = dueOn(right, receivedOn, commitments, regime);
	const dates = commitments.extendToDays
		.map((count) => due('extend', right, receivedOn, { count, unit: 'calendarDays' }, regime))
		.filter((it) => it.dueOn > first.dueOn);
	return [...new Map(dates.map((it) => [it.dueOn, it])).values()];
};

/** A time limit as it was worked out for one request at its receipt, whatever law or promise says later. */
export interface KeptClock {
	duty: Clock['duty'];
	/** The section of the law, or the notice's own promise, that set `dueOn`. */
	cite: string;
	dueOn: PlainDate;
}

/** Every time limit of a request's answer, for keeping with it; a row of `extend` for each date it may be put off to. */
export const clocksOf = (
	right: Right,
	receivedOn: PlainDate,
	commitments: Commitments,
	regime: Regime,
): KeptClock[] => {
	const kept = (duty: Clock['duty'], { cite, dueOn }: Due): KeptClock => ({ duty, cite, dueOn });
	const confirmation = confirmationDueOn(right, receivedOn, commitments, regime);
	return [
		...(confirmation ? [kept('confirm', confirmation)] : []),
		kept('respond', dueOn(right, receivedOn, commitments, regime)),
		...extensionsOf(right, receivedOn, commitments, regime).map((due) => kept('extend', due)),
	];
};

/** When the record of a request that has ended need be kept no longer, counted from the later of receipt and answer. */
export const keepRecordUntil = (right: Right, receivedOn: PlainDate, endedOn: PlainDate, regime: Regime): PlainDate => {
	const legal = clockOn(regime, 'keepRecord', right, receivedOn);
	return legal ? endOf(legal.period, endedOn > receivedOn ? endedOn : receivedOn, regime) : endedOn;
};

/** How many access requests in how many months are answered; null for other rights and where notice or law sets no limit. */
export const accessLimit = (
	right: Right,
	receivedOn: PlainDate,
	commitments: Commitments,
	regime: Regime,
): { count: number; months: number } | null => {
	const promised = commitments.accessRequestsPerYear;
	if (!isAccess(right) || promised === undefined) return null;
	const legal = frequencyOn(regime, right, receivedOn);
	return legal?.times === null ? null : { count: Math.max(promised, legal?.times ?? 0), months: 12 };
};
