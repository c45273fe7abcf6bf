import { describe, expect, it } from 'vitest';
import { dateInName, versioned } from '../../../schema/import/dated.ts';
import { instant } from '../../../schema/time.ts';

const zone = 'America/Los_Angeles';

const at = (...times: string[]) => times.map((it) => ({ effectiveAt: instant(it) }));

describe('the date in the name of a file', () => {
	it.each([
		['2024-04-19.md', '2024-04-19'],
		['privacy_20240419_final.html', '2024-04-19'],
		['2024.04.19.2.txt', '2024-04-19'],
		['2024-13-19.md', null],
		['notice-120240419.md', null],
		['notice.md', null],
	])('%s is %s', (name, on) => {
		expect(dateInName(name)).toBe(on);
	});
});

describe('versions', () => {
	it('are named by the local date, further ones of a day by number', () => {
		const { kept } = versioned(at('2024-04-19T06:00:00Z', '2024-04-19T20:00:00Z', '2024-04-19T21:00:00Z'), zone);
		expect(kept.map((it) => it.version)).toEqual(['2024-04-18', '2024-04-19', '2024-04-19.2']);
	});

	it('take effect after one another, whatever the clocks of their authors said', () => {
		const { kept } = versioned(at('2024-04-19T20:00:00Z', '2024-04-18T20:00:00Z', '2024-04-19T20:00:00Z'), zone);
		expect(kept.map((it) => it.effectiveAt)).toEqual([
			'2024-04-19T20:00:00.000Z',
			'2024-04-19T20:00:01.000Z',
			'2024-04-19T20:00:02.000Z',
		]);
	});

	it('are nine a day at the most, the last one among them', () => {
		const day = at(
			...Array.from({ length: 12 }, (_, hour) => `2024-04-19T${String(hour + 8).padStart(2, '0')}:00:00Z`),
		);
		const { kept, skipped } = versioned(day, zone);
		expect(kept.map((it) => it.version)).toHaveLength(9);
		expect(kept.at(-1)).toEqual({ version: '2024-04-19.9', effectiveAt: '2024-04-19T19:00:00.000Z' });
		expect(skipped).toHaveLength(3);
	});
});
