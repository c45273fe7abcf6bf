import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestFigures } from '../../../schema/figures/request-figures.ts';
import { rights } from '../../../schema/notice/vocabulary.ts';
import { requestStatuses } from '../../../schema/request/vocabulary.ts';
import { addDays, type PlainDate } from '../../../schema/time.ts';

const receivedOn = '2026-01-05' as PlainDate; // A literal in the form of a date.

const request = fc
	.record({ right: fc.constantFrom(...rights), status: fc.constantFrom(...requestStatuses), days: fc.nat(90) })
	.map(({ days, ...it }) => ({ ...it, receivedOn, endedOn: addDays(receivedOn, days) }));

it('counts every request once, under its own right', () => {
	fc.assert(
		fc.property(fc.array(request), (requests) => {
			const figures = requestFigures(requests);
			expect(figures.map(({ right }) => right)).toEqual([...rights]);
			for (const { right, received, complied, denied, unpursued, open } of figures) {
				expect(received).toBe(requests.filter((it) => it.right === right).length);
				expect(complied + denied + unpursued + open).toBe(received);
			}
		}),
	);
});

it('takes median and mean of the days of what was complied with or denied, and of nothing else', () => {
	const after = (status: (typeof requestStatuses)[number], days: number) =>
		({ right: 'DELETE', status, receivedOn, endedOn: addDays(receivedOn, days) }) as const;
	const three = [after('ANSWERED', 2), after('REFUSED', 10), after('ANSWERED', 3), after('LAPSED', 45)];
	const deletion = requestFigures(three).find(({ right }) => right === 'DELETE');
	expect(deletion).toMatchObject({ received: 4, complied: 2, denied: 1, unpursued: 1, medianDays: 3, meanDays: 5 });
	const four = requestFigures([...three, after('ANSWERED', 6)]).find(({ right }) => right === 'DELETE');
	expect(four).toMatchObject({ medianDays: 4.5, meanDays: 5.25 });
});

it('has no median where nothing was decided', () => {
	for (const it of requestFigures([])) expect(it).toMatchObject({ received: 0, medianDays: null, meanDays: null });
});
