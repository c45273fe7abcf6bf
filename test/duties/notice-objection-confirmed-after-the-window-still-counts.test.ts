// Keeps: changeTerms.objection
import { expect, it } from 'vitest';
import { decide, evolve, type ObjectionState } from '../../api/domain/objection.ts';
import { addSeconds, instant } from '../../schema/time.ts';

const window = { opensAt: instant('2026-11-02T00:00:00-08:00'), closesAt: instant('2027-01-16T00:00:00-08:00') };

it('sent in the last second of the window and confirmed six days later, it is counted', () => {
	const sentAt = addSeconds(window.closesAt, -1);
	const submit = { type: 'submit', notice: 'california', version: '2027-03-01', window } as const;
	const sent = decide(null, submit, { now: sentAt });
	const state = sent.ok ? sent.events.reduce<ObjectionState | null>(evolve, null) : null;
	const confirmed = decide(state, { type: 'confirm', alreadyCounted: false }, { now: addSeconds(sentAt, 6 * 86_400) });
	expect(confirmed).toMatchObject({ ok: true, events: [{ type: 'objectionCounted' }] });
});
