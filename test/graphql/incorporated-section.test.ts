import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { incorporatingLibrary } from '../support/incorporating.ts';
import { openTestApi } from './api.ts';

const query = `query ($at: DateTime) {
	noticeVersion(notice: "lantern", version: "2024-03-04") {
		incorporates(at: $at) { notice { slug } version { version } section text }
	}
}`;

it('answers which text a notice takes over, now and at any instant', async () => {
	await using api = await openTestApi({
		library: await incorporatingLibrary(),
		at: instant('2025-01-01T00:00:00Z'),
	});
	const taken = async (at?: string) => (await api.ask(query, { at })).data.noticeVersion.incorporates;
	const [now] = await taken();
	expect(now).toMatchObject({ notice: { slug: 'policy' }, version: { version: '2024-03-04' }, section: 'records' });
	expect(now.text).not.toContain('the branch you are in');
	const [later] = await taken('2025-02-01T08:00:00Z');
	expect(later.version.version).toBe('2025-02-01');
	expect(later.text).toContain('the branch you are in');
});

it('answers nothing of a change before its announcement', async () => {
	await using api = await openTestApi({
		library: await incorporatingLibrary(),
		at: instant('2024-12-01T00:00:00Z'),
	});
	const { data } = await api.ask(query, { at: '2025-02-01T08:00:00Z' });
	expect(data.noticeVersion.incorporates[0].version.version).toBe('2024-03-04');
});
