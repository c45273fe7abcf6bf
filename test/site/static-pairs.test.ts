import { expect, it } from 'vitest';
import type { Version } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addDays, instant, type PlainDate } from '../../schema/time.ts';
import { staticPairs } from '../../site/static-pairs.ts';
import { fixtureContent } from '../support/content.ts';

const { library } = await readLibrary(fixtureContent);
const [example] = library.notices[0]?.versions ?? [];
if (!example) throw new Error('the library has a version');

const dayOf = (n: number) => addDays('2020-01-01' as PlainDate, n);

/** So many versions, one a day, each revising the one before. */
const history = (count: number): Version[] =>
	Array.from({ length: count }, (_, n) => ({
		...example,
		id: dayOf(n),
		effectiveAt: instant(`${dayOf(n)}T00:00:00Z`),
		revision: { ...example.revision, predecessor: n === 0 ? null : dayOf(n - 1) },
	}));

/** The pairs of so many versions, of which the last `announced` are to come. */
const pairsOf = (count: number, announced: number): string[] => {
	const visible = history(count);
	return staticPairs({ current: visible[count - announced - 1] ?? null, visible }).map(
		({ from, to }) => `${from.id}...${to.id}`,
	);
};

it('compares each version with the one before it, however long the history', () => {
	const pairs = pairsOf(300, 1);
	for (let n = 1; n < 300; n += 1) expect(pairs).toContain(`${dayOf(n - 1)}...${dayOf(n)}`);
});

it('compares the hundred versions before the one in force with it, and none further back', () => {
	const pairs = pairsOf(300, 0).filter((it) => it.endsWith(`...${dayOf(299)}`));
	expect(pairs).toHaveLength(100);
	expect(pairs).toContain(`${dayOf(199)}...${dayOf(299)}`);
});

it('compares what is announced with the one in force', () => {
	expect(pairsOf(4, 2)).toContain(`${dayOf(1)}...${dayOf(3)}`);
});

it('compares nothing with itself, and no pair twice', () => {
	const pairs = pairsOf(20, 2);
	expect(new Set(pairs).size).toBe(pairs.length);
	expect(pairs.filter((it) => it.split('...')[0] === it.split('...')[1])).toEqual([]);
});
