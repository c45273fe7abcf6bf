import { rights } from '../../schema/notice/vocabulary.ts';
import type { Holiday, Regime } from '../../schema/regimes/regime.ts';
import { regimes } from '../../schema/regimes/regimes.ts';
import { readLibrary } from '../../schema/source/library.ts';
import type { PlainDate } from '../../schema/time.ts';
import { californiaContent, contentCopy, edit } from './content.ts';

const validFrom = '2020-01-01' as PlainDate;
const harvest: Holiday = { name: 'Harvest', on: { month: 4, day: 8 }, cite: 'Atlantis Code § 9' };

/** A law that there is not, in rows alone: business days for everything, a holiday, and a zone ahead of the rest. */
export const atlantis: Regime = {
	key: 'atlantis',
	zone: 'Pacific/Auckland',
	clocks: [
		{
			duty: 'respond',
			rights,
			period: { count: 7, unit: 'businessDays' },
			startsOn: 'receipt',
			cite: 'Atlantis Code § 1',
			validFrom,
		},
		{
			duty: 'extend',
			rights,
			period: { count: 14, unit: 'calendarDays' },
			startsOn: 'receipt',
			cite: 'Atlantis Code § 2',
			validFrom,
		},
		{
			duty: 'keepRecord',
			rights,
			period: { count: 6, unit: 'months' },
			startsOn: 'receipt',
			cite: 'Atlantis Code § 3',
			validFrom,
		},
	],
	frequencies: [],
	accessSince: null,
	verification: [{ rights: ['DELETE'], points: 1, declaration: false, cite: 'Atlantis Code § 4', validFrom }],
	grounds: [{ key: 'UNFOUNDED', rights: ['DELETE'], cite: 'Atlantis Code § 5', validFrom }],
	holidays: [harvest],
	calendar: { from: 2020, until: 2100 },
};

/** Makes a law known, as a line in the table of regimes does. */
export const know = (regime: Regime): void => {
	regimes[regime.key] = regime;
};

/** The library of one notice in force from 2 March 2026 that names a law, in a zone of its own. */
export const libraryUnder = async (regime: string, zone: string) => {
	const folder = await contentCopy(californiaContent);
	const version = 'notices/heron/2026-03-02.mdx';
	await edit(folder, version, 'commitments:', `commitments:\n  regime: ${regime}`);
	await edit(folder, 'notices/heron/notice.yaml', /zone: .*/, `zone: ${zone}`);
	return readLibrary(folder, { assumePublished: true });
};
