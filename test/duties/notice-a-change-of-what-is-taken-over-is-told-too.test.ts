// Keeps: changeTerms.advanceNotice
import { expect, it } from 'vitest';
import { addSeconds, instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';
import { incorporatingLibrary } from '../support/incorporating.ts';

const subscribe = 'mutation ($input: SubscribeInput!) { subscribe(input: $input) { __typename } }';
const confirm = 'mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }';

const subscribed = async (api: TestApi, email: string, notices: string[]) => {
	await api.ask(subscribe, { input: { email, notices, locale: 'en' } });
	const letter = (await api.deliver()).find(({ to }) => to === email);
	await api.ask(confirm, { token: tokenIn(letter, 'subscribe/confirm') });
	await api.deliver();
	api.addSeconds(1);
};

const announcedAt = instant('2024-12-15T09:00:00-08:00');

const lettersOfTheChange = async (taken: string) => {
	await using api = await openTestApi({
		library: await incorporatingLibrary(taken),
		at: addSeconds(announcedAt, -3600),
	});
	await api.tellSubscribers();
	await subscribed(api, 'ana@example.com', ['lantern']);
	await subscribed(api, 'ben@example.com', ['policy']);
	await subscribed(api, 'cleo@example.com', ['policy', 'lantern']);
	await subscribed(api, 'dan@example.com', ['policy']);
	await subscribed(api, 'dan@example.com', ['lantern']);
	api.setNow(announcedAt);
	await api.tellSubscribers();
	const letters = await api.deliver();
	await api.tellSubscribers();
	expect(await api.deliver()).toEqual([]);
	return letters;
};

it('tells each subscriber of either notice once of a change to what is taken over, and why', async () => {
	const letters = await lettersOfTheChange('policy#records');
	expect(letters.map(({ kind, to }) => [kind, to])).toEqual(
		['ana', 'ben', 'cleo', 'dan'].map((name) => ['change-announced', `${name}@example.com`]),
	);
	expect(letters.map(({ text }) => text.includes('takes over a part of this one'))).toEqual([true, false, false, true]);
});

it('tells only its own subscribers of a change to what is not taken over', async () => {
	const letters = await lettersOfTheChange('policy#ask');
	expect(letters.map(({ to }) => to)).toEqual(['ben@example.com', 'cleo@example.com', 'dan@example.com']);
});
