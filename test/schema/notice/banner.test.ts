import { expect, it } from 'vitest';
import { bannersAt } from '../../../schema/notice/banner.ts';
import { around, someNotice, someVersion } from '../../support/versions.ts';

const first = someVersion('2024-01-01', null, {
	announced: '2024-01-01T00:00:00Z',
	effective: '2024-01-01T00:00:00Z',
	revision: { class: 'material' },
});
const change = someVersion('2024-06-01', '2024-01-01', {
	announced: '2024-04-01T00:00:00Z',
	effective: '2024-06-01T00:00:00Z',
	revision: { class: 'material' },
});
const notice = someNotice([first, change]);

it.each([
	['from the announcement', '2024-04-01T00:00:00Z', [[], ['announced'], ['announced']]],
	['past its effect', '2024-06-01T00:00:00Z', [['announced'], ['in-force'], ['in-force']]],
	['until 30 days after its effect', '2024-07-01T00:00:00Z', [['in-force'], [], []]],
])('stands for a material change %s', (_, at, phases) => {
	expect(around(at).map((now) => bannersAt([notice], now).map((it) => it.phase))).toEqual(phases);
});

it('does not stand for the first version, which changes nothing', () => {
	expect(bannersAt([notice], around('2024-01-01T00:00:00Z')[2])).toEqual([]);
});
