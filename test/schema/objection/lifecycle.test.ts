import { expect, it } from 'vitest';
import { objectionActionsFor, objectionLifecycle } from '../../../schema/objection/lifecycle.ts';
import { submitObjectionInput } from '../../../schema/objection/submission.ts';
import { objectionActions, objectionStatuses } from '../../../schema/objection/vocabulary.ts';
import { parties } from '../../../schema/request/vocabulary.ts';

it('reaches every status, and leaves none that is final', () => {
	const reached = new Set([
		'AWAITING_CONFIRMATION',
		...objectionActions.flatMap((action) => objectionLifecycle[action].to),
	]);
	expect([...reached].sort()).toEqual([...objectionStatuses].sort());
});

it('opens these actions to each party', () => {
	const table = objectionStatuses.map(
		(status) =>
			`${status} · ${parties.map((party) => `${party}: ${objectionActionsFor(status, party).join(' ') || '–'}`).join(' · ')}`,
	);
	expect(table).toMatchInlineSnapshot(`
		[
		  "AWAITING_CONFIRMATION · person: CONFIRM WITHDRAW · consumer: – · staff: – · clock: LAPSE",
		  "COUNTED · person: WITHDRAW · consumer: – · staff: DECIDE · clock: –",
		  "DECIDED · person: WITHDRAW · consumer: – · staff: – · clock: –",
		  "JOINED · person: CONFIRM WITHDRAW · consumer: – · staff: – · clock: LAPSE",
		  "WITHDRAWN · person: – · consumer: – · staff: – · clock: –",
		  "LAPSED · person: – · consumer: – · staff: – · clock: –",
		]
	`);
});

it('takes an objection with an address, whatever else is left out', () => {
	const sent = { notice: 'california', version: '2027-03-01', email: ' ana@example.org', name: '', reason: null };
	expect(submitObjectionInput.parse(sent)).toEqual({
		notice: 'california',
		version: '2027-03-01',
		email: 'ana@example.org',
	});
	expect(submitObjectionInput.safeParse({ ...sent, email: '' }).success).toBe(false);
	expect(submitObjectionInput.safeParse({ ...sent, version: 'latest' }).success).toBe(false);
});
