import { expect, it } from 'vitest';
import { rights } from '../../../schema/notice/vocabulary.ts';
import { taskKindOf } from '../../../schema/system/duties.ts';
import { systemsFile } from '../../../schema/system/system.ts';
import { holders } from '../../../schema/system/vocabulary.ts';
import { shopSystems } from '../../support/shop.ts';

const systems = (own: object) =>
	systemsFile.parse(
		holders.map((holder) => ({
			id: holder.toLowerCase(),
			name: holder,
			owner: 'Wren Okafor',
			holder,
			reach: { by: 'hand', how: 'write to them' },
			...own,
		})),
	);

it('has these done in the systems of each kind of holder', () => {
	const table = rights.map(
		(right) =>
			`${right}: ${systems({})
				.map((it) => `${it.holder} ${taskKindOf(right, it) ?? '–'}`)
				.join(', ')}`,
	);
	expect(table).toMatchInlineSnapshot(`
		[
		  "KNOW_CATEGORIES: business FIND, serviceProvider FIND, contractor FIND, thirdParty –",
		  "KNOW_SPECIFIC: business FIND, serviceProvider FIND, contractor FIND, thirdParty –",
		  "DELETE: business ERASE, serviceProvider TELL, contractor TELL, thirdParty TELL",
		  "CORRECT: business CORRECT, serviceProvider TELL, contractor TELL, thirdParty –",
		  "OPT_OUT: business –, serviceProvider –, contractor –, thirdParty –",
		  "LIMIT: business –, serviceProvider –, contractor –, thirdParty –",
		]
	`);
});

it('tells those of an opt-out or a limit who are declared to be told', () => {
	const told = systems({ toldOf: ['OPT_OUT'] });
	expect(told.map((it) => [taskKindOf('OPT_OUT', it), taskKindOf('LIMIT', it)])).toEqual(
		holders.map(() => ['TELL', null]),
	);
});

it('has nothing erased where every table is kept', () => {
	const [shop] = shopSystems;
	if (shop?.reach.by !== 'postgres') throw new Error('the shop is reached by PostgreSQL');
	const kept = shop.reach.tables.filter(({ erase }) => erase === 'keep');
	expect(taskKindOf('DELETE', shop)).toBe('ERASE');
	expect(taskKindOf('DELETE', { ...shop, reach: { ...shop.reach, tables: kept } })).toBe(null);
	expect(taskKindOf('KNOW_SPECIFIC', { ...shop, reach: { ...shop.reach, tables: kept } })).toBe('FIND');
});
