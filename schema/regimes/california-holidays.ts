import type { Holiday } from './regime.ts';

const monday = 1;
const thursday = 4;
const friday = 5;
const saturday = 6;
const sunday = 7;

const nextMonday = [{ weekday: sunday, plus: 1 }] as const;
const nextMondayCite = 'and § 6701 (Monday after a Sunday)';

/**
 * The days that Civ. Code § 7 borrows from the Government Code, beside Sundays.
 * Left out, so that a date is rather too early than too late: Good Friday (three hours of it, § 6700(a)(18)), the
 * Lunar New Year (which follows the moon, § 6700(a)(4)), and days appointed once by a president or governor.
 */
export const californiaHolidays: readonly Holiday[] = [
	{
		name: 'New Year’s Day',
		on: { month: 1, day: 1 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(2) ${nextMondayCite}`,
	},
	{
		name: 'Dr. Martin Luther King, Jr. Day',
		on: { month: 1, weekday: monday, nth: 3 },
		cite: 'Cal. Gov. Code § 6700(a)(3)',
	},
	{
		name: 'Lincoln Day',
		on: { month: 2, day: 12 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(5) ${nextMondayCite}`,
	},
	{
		name: 'The third Monday in February',
		on: { month: 2, weekday: monday, nth: 3 },
		cite: 'Cal. Gov. Code § 6700(a)(6)',
	},
	{
		name: 'Cesar Chavez Day',
		on: { month: 3, day: 31 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(7) ${nextMondayCite}`,
	},
	{
		name: 'Genocide Remembrance Day',
		on: { month: 4, day: 24 },
		from: 2023,
		cite: 'Cal. Gov. Code § 6700(a)(8), since 2023',
	},
	{
		name: 'The last Monday in May',
		on: { month: 5, weekday: monday, nth: 'last' },
		cite: 'Cal. Gov. Code § 6700(a)(9)',
	},
	{ name: 'Juneteenth', on: { month: 6, day: 19 }, from: 2023, cite: 'Cal. Gov. Code § 6700(a)(10), since 2023' },
	{
		name: 'July 4',
		on: { month: 7, day: 4 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(11) ${nextMondayCite}`,
	},
	{
		name: 'The first Monday in September',
		on: { month: 9, weekday: monday, nth: 1 },
		cite: 'Cal. Gov. Code § 6700(a)(12)',
	},
	{
		name: 'Admission Day',
		on: { month: 9, day: 9 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(13) ${nextMondayCite}`,
	},
	{
		name: 'Native American Day',
		on: { month: 9, weekday: friday, nth: 4 },
		cite: 'Cal. Gov. Code § 6700(a)(14)',
	},
	{ name: 'Columbus Day', on: { month: 10, weekday: monday, nth: 2 }, cite: 'Cal. Gov. Code § 6700(a)(15)' },
	{
		name: 'Veterans Day',
		on: { month: 11, day: 11 },
		alsoWhen: [...nextMonday, { weekday: saturday, plus: -1 }],
		cite: `Cal. Gov. Code § 6700(a)(16) ${nextMondayCite}, Friday before a Saturday`,
	},
	{
		name: 'Thanksgiving Day',
		on: { month: 11, weekday: thursday, nth: 4 },
		cite: 'Cal. Gov. Code § 6700(a) (“the Thursday in November appointed as Thanksgiving Day”)',
	},
	{
		name: 'Christmas Day',
		on: { month: 12, day: 25 },
		alsoWhen: nextMonday,
		cite: `Cal. Gov. Code § 6700(a)(17) ${nextMondayCite}`,
	},
];
