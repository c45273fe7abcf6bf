import { accessRights, verifiedRights } from '../request/vocabulary.ts';
import type { PlainDate } from '../time.ts';
import { californiaGrounds } from './california-grounds.ts';
import { californiaHolidays } from './california-holidays.ts';
import { californiaVerification } from './california-verification.ts';
import type { Clock, Frequency, Regime } from './regime.ts';

const on = (date: string): PlainDate => date as PlainDate; // literals below, in the form of a PlainDate

/** How long nobody may be asked to take an opt-out or a limit back. */
export const askToOptIn = {
	duty: 'askToOptIn',
	rights: ['OPT_OUT', 'LIMIT'],
	period: { count: 12, unit: 'months' },
	startsOn: 'receipt',
	cite: 'Cal. Civ. Code § 1798.135(c)(4); 11 CCR §§ 7026(k), 7027(l)',
	validFrom: on('2020-01-01'),
} as const satisfies Clock;

const clocks = [
	{
		duty: 'confirm',
		rights: verifiedRights,
		period: { count: 10, unit: 'businessDays' },
		startsOn: 'receipt',
		cite: '11 CCR § 7021(a)',
		validFrom: on('2020-08-14'),
	},
	{
		duty: 'respond',
		rights: verifiedRights,
		period: { count: 45, unit: 'calendarDays' },
		startsOn: 'receipt',
		cite: '11 CCR § 7021(b)',
		validFrom: on('2020-01-01'),
	},
	{
		// Civ. Code § 1798.145(h)(1) can be read as 90 days more; 90 in all, as the regulation says, is the stricter.
		duty: 'extend',
		rights: verifiedRights,
		period: { count: 90, unit: 'calendarDays' },
		startsOn: 'receipt',
		cite: '11 CCR § 7021(b)',
		validFrom: on('2020-01-01'),
	},
	{
		duty: 'respond',
		rights: ['OPT_OUT'],
		period: { count: 15, unit: 'businessDays' },
		startsOn: 'receipt',
		cite: '11 CCR § 7026(f)',
		validFrom: on('2020-08-14'),
	},
	{
		duty: 'respond',
		rights: ['LIMIT'],
		period: { count: 15, unit: 'businessDays' },
		startsOn: 'receipt',
		cite: '11 CCR § 7027(g)',
		validFrom: on('2023-01-01'),
	},
	askToOptIn,
	{
		duty: 'keepRecord',
		rights: [...verifiedRights, 'OPT_OUT', 'LIMIT'],
		period: { count: 24, unit: 'months' },
		startsOn: 'receipt',
		cite: '11 CCR § 7101(a)',
		validFrom: on('2020-08-14'),
	},
] as const satisfies readonly Clock[];

const frequencies = [
	{
		rights: accessRights,
		times: 2,
		period: { count: 12, unit: 'months' },
		cite: 'Cal. Civ. Code § 1798.130(b)',
		validFrom: on('2020-01-01'),
	},
] as const satisfies readonly Frequency[];

/** The California Consumer Privacy Act and its regulations, as far as time and number go. */
export const california = {
	key: 'california',
	zone: 'America/Los_Angeles',
	clocks,
	frequencies,
	accessSince: { on: on('2022-01-01'), cite: '11 CCR § 7024(h)' },
	verification: californiaVerification,
	grounds: californiaGrounds,
	holidays: californiaHolidays,
	calendar: { from: 2019, until: 2030 },
} as const satisfies Regime;
