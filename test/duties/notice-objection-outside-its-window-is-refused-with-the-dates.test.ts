// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { decide } from '../../api/domain/objection.ts';
import { addSeconds, instant } from '../../schema/time.ts';

const window = { opensAt: instant('2026-11-02T00:00:00-08:00'), closesAt: instant('2027-01-16T00:00:00-08:00') };

it.each([
	['a second before it opens', addSeconds(window.opensAt, -1)],
	['at the instant it closes', window.closesAt],
	['a month later', addSeconds(window.closesAt, 30 * 86_400)],
])('%s', (_, now) => {
	const decision = decide(null, { type: 'submit', notice: 'california', version: '2027-03-01', window }, { now });
	expect(decision).toMatchObject({ ok: false, refusal: { code: 'WINDOW_CLOSED', path: ['version'], window } });
});
