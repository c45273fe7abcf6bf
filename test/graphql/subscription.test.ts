import { expect, it } from 'vitest';
import type { Library, Version } from '../../schema/notice/model.ts';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from './api.ts';

const hour = 3600;
const subscribe = `mutation ($input: SubscribeInput!) { subscribe(input: $input) { __typename
	... on SubscriptionPending { confirmBy } ... on Refusal { code path } ... on InvalidInput { issues { path } } } }`;
const confirm = `mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename
	... on SubscriptionConfirmed { notices { slug } } ... on Refusal { code } } }`;
const leave = `mutation ($token: String!) { unsubscribe(input: { token: $token }) { __typename
	... on SubscriptionEnded { endedAt } ... on Refusal { code } } }`;

const wish = (api: TestApi, email: string, notices = ['california'], choice = {}) =>
	api.ask(subscribe, { input: { email, notices, locale: 'en', ...choice } }).then(({ data }) => data.subscribe);

const subscribed = async (api: TestApi, email = 'ana@example.com', notices = ['california'], choice = {}) => {
	expect((await wish(api, email, notices, choice)).__typename).toBe('SubscriptionPending');
	const letters = await api.deliver();
	const letter = letters.find(({ to }) => to === email);
	const { data } = await api.ask(confirm, { token: tokenIn(letter, 'subscribe/confirm') });
	expect(data.confirmSubscription.__typename).toBe('SubscriptionConfirmed');
	await api.deliver();
};

const comingOf = (api: TestApi) => {
	const version = api.library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!version) throw new Error('no version to come');
	return version;
};

it('confirms by the letter and ends by the link in every letter', async () => {
	await using api = await openTestApi();
	expect(await wish(api, 'ana@example.com', ['california', 'privacy-policy'])).toEqual({
		__typename: 'SubscriptionPending',
		confirmBy: addSeconds(api.now, 48 * hour),
	});
	const [letter] = await api.deliver();
	const token = tokenIn(letter, 'subscribe/confirm');
	const { data } = await api.ask(confirm, { token });
	expect(data.confirmSubscription.notices.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
		'california',
		'privacy-policy',
	]);
	expect((await api.ask(confirm, { token })).data.confirmSubscription.code).toBe('ALREADY_CONFIRMED');
	const [welcome] = await api.deliver();
	const leaveToken = tokenIn(welcome, 'subscribe/leave');
	const ended = { __typename: 'SubscriptionEnded', endedAt: api.now };
	expect((await api.ask(leave, { token: leaveToken })).data.unsubscribe).toEqual(ended);
	api.addSeconds(hour);
	expect((await api.ask(leave, { token: leaveToken })).data.unsubscribe).toEqual(ended);
	expect((await api.deliver()).map(({ kind }) => kind)).toEqual(['subscription-ended']);
});

it('ends every subscription of the address by the link in any letter, with one letter that says so', async () => {
	await using api = await openTestApi();
	await subscribed(api, 'ana@example.com', ['california']);
	await subscribed(api, 'ben@example.com', ['california']);
	api.addSeconds(1);
	await wish(api, 'ana@example.com', ['privacy-policy']);
	const [letter] = await api.deliver();
	api.addSeconds(1);
	await wish(api, 'Ana@Example.com', ['california']);
	await api.deliver();
	await api.ask(leave, { token: tokenIn(letter, 'subscribe/leave') });
	expect((await api.deliver()).map(({ kind, to }) => [kind, to])).toEqual([['subscription-ended', 'ana@example.com']]);
	const coming = comingOf(api);
	api.setNow(coming.effectiveAt);
	await api.tellSubscribers();
	expect((await api.deliver()).map(({ to }) => to)).toEqual(['ben@example.com']);
});

it('lapses after 48 hours without a letter', async () => {
	await using api = await openTestApi();
	await wish(api, 'ana@example.com');
	const token = tokenIn((await api.deliver())[0], 'subscribe/confirm');
	api.addSeconds(48 * hour);
	expect((await api.ask(confirm, { token })).data.confirmSubscription.code).toBe('LINK_EXPIRED');
	expect(await api.runClock()).toBe(1);
	expect((await api.ask(confirm, { token })).data.confirmSubscription.code).toBe('ALREADY_ENDED');
	expect(await api.deliver()).toEqual([]);
});

it('refuses a notice and a token that it does not know, and an empty choice', async () => {
	await using api = await openTestApi();
	expect(await wish(api, 'ana@example.com', ['nothing'])).toMatchObject({ code: 'UNKNOWN_NOTICE', path: ['notices'] });
	expect((await wish(api, 'ana@example.com', [])).issues).toEqual([{ path: ['notices'] }]);
	expect((await wish(api, 'ana@@example')).issues).toEqual([{ path: ['email'] }]);
	expect((await api.ask(confirm, { token: 'z'.repeat(43) })).data.confirmSubscription.code).toBe('UNKNOWN_TOKEN');
	expect((await api.ask(leave, { token: 'z'.repeat(43) })).data.unsubscribe.code).toBe('UNKNOWN_TOKEN');
});

it('tells each subscriber once of what is announced and once of what comes into force', async () => {
	await using api = await openTestApi();
	const coming = comingOf(api);
	api.setNow(addSeconds(coming.announcedAt, -hour));
	await api.tellSubscribers();
	await subscribed(api, 'ana@example.com');
	await subscribed(api, 'ben@example.com', ['california', 'privacy-policy']);
	await subscribed(api, 'cleo@example.com', ['privacy-policy']);
	api.addSeconds(1);
	await subscribed(api, 'ANA@example.com');
	expect(await api.tellSubscribers()).toBe(0);
	expect(await api.deliver()).toEqual([]);

	api.setNow(coming.announcedAt);
	expect(await api.tellSubscribers()).toBe(1);
	expect(await api.tellSubscribers()).toBe(0);
	const announced = await api.deliver();
	expect(announced.map(({ kind, to }) => [kind, to])).toEqual([
		['change-announced', 'ANA@example.com'],
		['change-announced', 'ben@example.com'],
	]);
	await subscribed(api, 'dan@example.com');

	api.setNow(coming.effectiveAt);
	await api.runClock();
	expect(await api.tellSubscribers()).toBe(1);
	const told = await api.deliver();
	expect(told.map(({ kind, to }) => [kind, to])).toEqual([
		['change-in-force', 'ANA@example.com'],
		['change-in-force', 'ben@example.com'],
		['change-in-force', 'dan@example.com'],
	]);
	expect(told[0]?.text).toContain(coming.id);
});

it('does not tell a new subscriber of what happened before', async () => {
	await using api = await openTestApi();
	await subscribed(api);
	expect(await api.tellSubscribers()).toBeGreaterThan(0);
	expect(await api.deliver()).toEqual([]);
});

/** The project's content with its coming change made a substantive one, or withdrawn at an instant. */
const changedLibrary = (api: TestApi, change: (coming: Version) => void): Library => {
	const library = structuredClone(api.library);
	const coming = library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!coming) throw new Error('no version to come');
	change(coming);
	return library;
};

const kindsAndPeople = (letters: { kind: string; to: string }[]) => letters.map(({ kind, to }) => `${kind} ${to}`);

it('tells of a substantive change as each subscriber chose: at once, in a digest, or not at all', async () => {
	await using api = await openTestApi();
	api.replaceLibrary(
		changedLibrary(api, ({ revision }) => {
			revision.class = 'substantive';
		}),
	);
	const coming = comingOf(api);
	api.setNow(addSeconds(coming.announcedAt, -hour));
	await api.tellSubscribers();
	await subscribed(api, 'once@example.com');
	await subscribed(api, 'daily@example.com', ['california'], { frequency: 'DAILY' });
	await subscribed(api, 'weekly@example.com', ['california'], { frequency: 'WEEKLY' });
	await subscribed(api, 'material@example.com', ['california'], { classes: ['MATERIAL'] });
	await subscribed(api, 'changed@example.com');
	api.addSeconds(1);
	await subscribed(api, 'changed@example.com', ['california'], { classes: ['MATERIAL'] });

	api.setNow(coming.announcedAt);
	await api.tellSubscribers();
	expect(kindsAndPeople(await api.deliver())).toEqual(['change-announced once@example.com']);
	api.addSeconds(24 * hour);
	const [daily, ...others] = await api.deliver();
	expect([daily?.kind, daily?.to, others]).toEqual(['change-digest', 'daily@example.com', []]);
	expect(daily?.text).toContain(`version ${coming.id}, announced, applies from`);
	expect(daily?.text).toContain('you asked us to tell you of changes once a day');
	api.addSeconds(7 * 24 * hour);
	expect(kindsAndPeople(await api.deliver())).toEqual(['change-digest weekly@example.com']);
	expect(await api.deliver()).toEqual([]);
});

it('refuses a choice that no letter can keep, at its field', async () => {
	await using api = await openTestApi();
	const answer = await wish(api, 'ana@example.com', ['california'], { classes: ['EDITORIAL'] });
	expect(answer.issues.map(({ path }: { path: string[] }) => path)).toContainEqual(['classes']);
});
