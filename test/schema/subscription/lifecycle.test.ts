import { expect, it } from 'vitest';
import { parties } from '../../../schema/request/vocabulary.ts';
import { subscriptionActionsFor, subscriptionLifecycle } from '../../../schema/subscription/lifecycle.ts';
import { subscribeInput } from '../../../schema/subscription/submission.ts';
import { subscriptionActions, subscriptionStatuses } from '../../../schema/subscription/vocabulary.ts';

it('opens these actions to each party', () => {
	const table = subscriptionStatuses.map(
		(status) =>
			`${status} · ${parties.map((party) => `${party}: ${subscriptionActionsFor(status, party).join(' ') || '–'}`).join(' · ')}`,
	);
	expect(table).toMatchInlineSnapshot(`
		[
		  "PENDING · person: CONFIRM END · staff: – · clock: LAPSE",
		  "CONFIRMED · person: END · staff: – · clock: –",
		  "ENDED · person: – · staff: – · clock: ERASE",
		]
	`);
});

it('reaches every status', () => {
	const reached = new Set(['PENDING', ...subscriptionActions.map((action) => subscriptionLifecycle[action].to)]);
	expect([...reached].sort()).toEqual([...subscriptionStatuses].sort());
});

it('takes each notice once and needs one', () => {
	expect(subscribeInput.parse({ email: 'ana@example.org', notices: ['a', 'b', 'a'], locale: '' })).toEqual({
		email: 'ana@example.org',
		notices: ['a', 'b'],
	});
	expect(subscribeInput.safeParse({ email: 'ana@example.org', notices: [] }).success).toBe(false);
});
