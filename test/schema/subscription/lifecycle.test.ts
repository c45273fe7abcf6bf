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
		  "PENDING · person: CONFIRM END · consumer: – · staff: – · clock: LAPSE",
		  "CONFIRMED · person: END · consumer: – · staff: – · clock: –",
		  "ENDED · person: – · consumer: – · staff: – · clock: ERASE",
		]
	`);
});

it('reaches every status', () => {
	const reached = new Set(['PENDING', ...subscriptionActions.map((action) => subscriptionLifecycle[action].to)]);
	expect([...reached].sort()).toEqual([...subscriptionStatuses].sort());
});

const wish = { email: 'ana@example.org', notices: ['a', 'b', 'a'] };

it('takes each notice once and needs one', () => {
	expect(subscribeInput.parse({ ...wish, locale: '' })).toEqual({
		email: 'ana@example.org',
		notices: ['a', 'b'],
		leastClass: 'substantive',
		frequency: 'IMMEDIATE',
	});
	expect(subscribeInput.safeParse({ ...wish, notices: [] }).success).toBe(false);
});

it.each([
	[undefined, 'substantive'],
	[[], 'substantive'],
	[['substantive', 'material'], 'substantive'],
	[['material'], 'material'],
])('takes %j as changes that are at least %s', (classes, leastClass) => {
	expect(subscribeInput.parse({ ...wish, classes })).toMatchObject({ leastClass });
});

it.each([
	[['editorial', 'material'], 'the feed of all changes does'],
	[['substantive'], 'Material changes are always told'],
])('refuses %j and says what to choose', (classes, words) => {
	const issue = subscribeInput.safeParse({ ...wish, classes }).error?.issues[0];
	expect(issue).toMatchObject({ path: ['classes'], message: expect.stringContaining(words) });
});
