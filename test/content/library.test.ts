import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../api/config.ts';
import { bannersAt } from '../../schema/notice/banner.ts';
import { objectionWindowAt, timelineAt } from '../../schema/notice/timeline.ts';
import { verifyLedger } from '../../schema/source/ledger.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { instant } from '../../schema/time.ts';

const now = instant('2026-11-23T12:00:00-08:00');
const { library, findings } = await readLibrary(join(projectRoot, 'content'), { now });
const california = library.notices.find((it) => it.slug === 'california');
if (!california) throw new Error('there is no California notice');

test('the content breaks no rule, of form or of content', () => {
	expect(findings).toEqual([]);
});

test('every text is in the ledger with its hash, and the chain of the ledger is whole', () => {
	expect(verifyLedger(library.ledger)).toEqual([]);
	const texts = library.notices
		.flatMap((notice) => notice.versions)
		.flatMap((it) => Object.values(it.editions).map((edition) => [it.notice, it.id, edition.locale, edition.sha256]));
	const entries = library.ledger.map((it) => [it.notice, it.version, it.locale, it.sha256]);
	expect(entries.sort()).toEqual(texts.sort());
});

test('there are three notices: a policy, California and its workforce', () => {
	expect(library.notices.map((it) => it.slug)).toEqual(['california', 'california-workforce', 'privacy-policy']);
});

test('the California notice has been editorial, substantive and material, and has an adverse change ahead', () => {
	const { current, announced } = timelineAt(california, now);
	expect(california.versions.map((it) => it.revision.class)).toEqual(
		expect.arrayContaining(['editorial', 'substantive', 'material']),
	);
	expect(current?.revision).toMatchObject({ version: '2026-09-01', class: 'material' });
	expect(announced.map((it) => it.revision)).toMatchObject([
		{ version: '2027-03-01', class: 'material', direction: 'adverse', reach: { appliesTo: 'new-data-only' } },
	]);
});

test('objections to the announced change are open until the end of 31 January 2027', () => {
	const announced = timelineAt(california, now).announced.at(0);
	if (!announced) throw new Error('nothing is announced');
	expect(objectionWindowAt(announced, now)?.open).toBe(true);
	expect(objectionWindowAt(announced, instant('2027-01-31T23:59:00-08:00'))?.open).toBe(true);
	expect(objectionWindowAt(announced, instant('2027-02-01T00:00:00-08:00'))?.open).toBe(false);
});

test('one banner stands, for the announced change', () => {
	expect(bannersAt(library.notices, now).map((it) => [it.version.id, it.phase])).toEqual([['2027-03-01', 'announced']]);
});

test('the version in force and the announced one are in Spanish too, and up to date', () => {
	const { current, announced } = timelineAt(california, now);
	expect([current, ...announced].map((it) => it?.editions.es?.stale)).toEqual([false, false]);
});
