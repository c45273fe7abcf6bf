import { describe, expect, it } from 'vitest';
import { appendToLedger, verifyLedger } from '../../../schema/source/ledger.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { fixtureContent } from '../../support/content.ts';
import { around } from '../../support/versions.ts';

const { library } = await readLibrary(fixtureContent);
const unpublished = { ...library, ledger: [] };

describe('appendToLedger', () => {
	it('enters a version at its announcement and not one second before', () => {
		const entered = around('2024-12-15T09:00:00-08:00').map((now) =>
			appendToLedger(unpublished, now).map((it) => `${it.version} ${it.locale}`),
		);
		const earlier = ['2024-01-01 en', '2024-03-04 en'];
		const all = [...earlier, '2025-02-01 en', '2025-02-01 es'];
		expect(entered).toEqual([earlier, all, all]);
	});

	it('enters nothing twice', () => {
		expect(appendToLedger(library, around('2030-01-01T00:00:00Z')[1])).toEqual([]);
	});

	it('chains each entry to the one before, also to what is there already', () => {
		const now = around('2030-01-01T00:00:00Z')[1];
		const begun = { ...library, ledger: library.ledger.slice(0, 2) };
		const added = appendToLedger(begun, now, { imported: true });
		expect(added[0]?.previous).toBe(begun.ledger[1]?.entryHash);
		expect(added.every((it) => it.imported)).toBe(true);
		expect(verifyLedger([...begun.ledger, ...added])).toEqual([]);
	});

	it('waits with a translation of a text that has changed since', () => {
		const [notice] = library.notices;
		const versions = (notice?.versions ?? []).map((version) => ({
			...version,
			editions: Object.fromEntries(
				Object.entries(version.editions).map(([locale, it]) => [locale, { ...it, stale: locale === 'es' }]),
			),
		}));
		const stale = { ledger: [], notices: notice ? [{ ...notice, versions }] : [] };
		const added = appendToLedger(stale, around('2030-01-01T00:00:00Z')[1]);
		expect(added.map((it) => it.locale)).toEqual(['en', 'en', 'en']);
	});
});

describe('verifyLedger', () => {
	const [first, second, ...rest] = library.ledger as [(typeof library.ledger)[number], (typeof library.ledger)[number]];

	it.each([
		['an entry changed', [first, { ...second, sha256: first.sha256 }, ...rest]],
		['an entry taken out', [first, ...rest]],
		['the first entry taken out', [second, ...rest]],
		['two entries changing places', [second, first, ...rest]],
		['an entry put in twice', [first, first, second, ...rest]],
	])('notices %s', (_, ledger) => {
		expect(verifyLedger(ledger).length).toBeGreaterThan(0);
	});
});
