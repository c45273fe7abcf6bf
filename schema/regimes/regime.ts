import type { Right } from '../notice/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import type { Ground } from './grounds.ts';
import type { Verification } from './verification.ts';

/** A length of time as a law states it; days and months of the calendar, or days on which business is done. */
export interface Period {
	count: number;
	unit: 'calendarDays' | 'businessDays' | 'months';
}

/** One time limit of a law: a number, where it stands, and since when it binds. */
export interface Clock {
	duty: 'confirm' | 'respond' | 'extend' | 'askToOptIn' | 'keepRecord';
	rights: readonly Right[];
	/** The most that the law allows; the least for `askToOptIn` and `keepRecord`. */
	period: Period;
	/** The day of receipt is day 0. */
	startsOn: 'receipt';
	cite: string;
	validFrom: PlainDate;
}

/** How often a law lets a person ask before an answer may be refused. */
export interface Frequency {
	rights: readonly Right[];
	/** The least number that must be answered in the period; null where no number of them is a ground to refuse. */
	times: number | null;
	period: Period;
	cite: string;
	validFrom: PlainDate;
}

/** A day, found by rule in each year, on which no business is done. */
export interface Holiday {
	name: string;
	on: { month: number; day: number } | { month: number; weekday: number; nth: 1 | 2 | 3 | 4 | 'last' };
	/** Days from that day to the holiday: 1 for the day after Thanksgiving. */
	plus?: number;
	/** Where it falls on one of these weekdays (1 Monday … 7 Sunday), so many days later (earlier) is a holiday too. */
	alsoWhen?: readonly { weekday: number; plus: number }[];
	cite: string;
	/** First and last year. */
	from?: number;
	until?: number;
}

/** A law's clocks and limits, read in one zone with one calendar. */
export interface Regime {
	/** Names it in front matter and in what is kept. */
	key: string;
	/** IANA zone in which the date of an instant is read; null where that is the notice's own. */
	zone: string | null;
	clocks: readonly Clock[];
	frequencies: readonly Frequency[];
	/** Since when the law lets one ask for what was collected; null where it names no such day. */
	accessSince: { on: PlainDate; cite: string } | null;
	/** None for rights that act at once, of whose owners no proof is asked. */
	verification: readonly Verification[];
	grounds: readonly Ground[];
	holidays: readonly Holiday[];
	/** Years that the holidays have been checked for. */
	calendar: { from: number; until: number };
}
