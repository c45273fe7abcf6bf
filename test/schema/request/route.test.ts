// Keeps: scope.populations
import { expect, it } from 'vitest';
import { routeOf } from '../../../schema/request/route.ts';
import { somePromises } from '../../support/promises.ts';

const scope = (populations: object[]) => somePromises({ scope: { populations: populations as never } });
const california = {
	notice: 'california',
	promises: scope([
		{ key: 'website', label: 'Visitors', governedBy: 'california' },
		{ key: 'employee', label: 'Staff', governedBy: 'workforce' },
		{ key: 'customer', label: 'Customers’ patients', referTo: 'the clinic that treats you' },
	]),
};
const workforce = {
	notice: 'workforce',
	promises: scope([{ key: 'employee', label: 'Staff', governedBy: 'workforce' }]),
};
const general = { notice: 'privacy', promises: somePromises() };
const all = [general, california, workforce];

it.each([
	['website', { kind: 'governed', notice: 'california' }],
	['employee', { kind: 'governed', notice: 'workforce' }],
	['customer', { kind: 'referred', referTo: 'the clinic that treats you', notice: 'california' }],
	['application', null],
] as const)('sends people of %s where the notices in force say', (population, route) => {
	expect(routeOf(population, all)).toEqual(route);
});

it('sends nobody to a notice that is not in force', () => {
	expect(routeOf('employee', [general, california])).toBeNull();
});
