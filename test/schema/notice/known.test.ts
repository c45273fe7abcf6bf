import { expect, it } from 'vitest';
import { knownAt } from '../../../schema/notice/known.ts';
import type { Notice, Version } from '../../../schema/notice/model.ts';
import { makeNoticeManifest } from '../../../schema/provenance/make-manifest.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import type { Instant } from '../../../schema/time.ts';
import { fixtureContent } from '../../support/content.ts';
import { around } from '../../support/versions.ts';

const { library } = await readLibrary(fixtureContent);
const [notice] = library.notices;
const lastAnnounced = around('2024-12-15T09:00:00-08:00');

it('shows a version and its ledger entries at its announcement and not one second before', () => {
	const known = lastAnnounced.map((now) => {
		const { notices, ledger } = knownAt(library, now);
		return { versions: notices.flatMap((it) => it.versions.map(({ id }) => id)), entries: ledger.length };
	});
	const before = { versions: ['2024-01-01', '2024-03-04'], entries: 2 };
	const after = { versions: ['2024-01-01', '2024-03-04', '2025-02-01'], entries: 4 };
	expect(known).toEqual([before, after, after]);
});

it('shows a withdrawal when it happens and not one second before', () => {
	const withdrawnAt = around('2025-01-10T00:00:00Z')[1];
	const versions = (notice?.versions ?? []).map((it) => (it.id === '2025-02-01' ? { ...it, withdrawnAt } : it));
	const withdrawn = { ...library, notices: notice ? [{ ...notice, versions }] : [] };
	const known = around('2025-01-10T00:00:00Z').map((now) => knownAt(withdrawn, now).notices[0]?.versions.at(-1));
	expect(known.map((it) => it?.withdrawnAt)).toEqual([null, withdrawnAt, withdrawnAt]);
});

it('leaves a chain that is whole, however the entries after it are dated', () => {
	const [first, second, ...rest] = library.ledger;
	if (!first || !second) throw new Error('the fixture has a ledger');
	const late = { ...second, publishedAt: '2030-01-01T00:00:00.000Z' as Instant };
	expect(knownAt({ ...library, ledger: [first, late, ...rest] }, lastAnnounced[1]).ledger).toEqual([first]);
});

const pagesOf = (version: Version): [string, string][] =>
	['', '/es'].map((locale) => [`${locale}/lantern/${version.id}/`, 'f'.repeat(64)]);

it('keeps what is to come out of the manifest', () => {
	const manifests = lastAnnounced.map((now) => {
		const known = knownAt(library, now);
		const [of] = known.notices as [Notice];
		const site = {
			library: known,
			now,
			publicUrl: 'https://privacy.example',
			hashes: new Map(of.versions.flatMap(pagesOf)),
			sourceOf: () => ({ file: 'a.mdx', sha256: 'f'.repeat(64) }),
		};
		return JSON.stringify(makeNoticeManifest(site, of)).includes('2025-02-01');
	});
	expect(manifests).toEqual([false, true, true]);
});
