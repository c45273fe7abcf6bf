// Keeps: changeTerms.advanceNotice
import { expect, it } from 'vitest';
import { readStream } from '../../api/store/events.ts';
import { addSeconds } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from '../graphql/api.ts';

const subscribe = `mutation ($email: String!) {
	subscribe(input: { email: $email, notices: ["california"] }) { __typename } }`;
const confirm = 'mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }';
const leave = 'mutation ($token: String!) { unsubscribe(input: { token: $token }) { __typename } }';

const subscribed = async (api: TestApi, email: string) => {
	await api.ask(subscribe, { email });
	await api.ask(confirm, { token: tokenIn((await api.deliver())[0], 'subscribe/confirm') });
	return tokenIn((await api.deliver())[0], 'subscribe/leave');
};

const withdrawAt = (api: TestApi, seconds: number) => {
	const library = structuredClone(api.library);
	const coming = library.notices.find(({ slug }) => slug === 'california')?.versions.at(-1);
	if (!coming) throw new Error('no version to come');
	coming.withdrawnAt = addSeconds(coming.announcedAt, seconds);
	api.replaceLibrary(library);
	return coming;
};

it('mails a withdrawal to everybody who was told of the change and is still subscribed, once', async () => {
	await using api = await openTestApi();
	const announcedAt = withdrawAt(api, 1e9).announcedAt;
	api.setNow(addSeconds(announcedAt, -60));
	await api.tellSubscribers();
	await subscribed(api, 'ana@example.com');
	const leaveToken = await subscribed(api, 'ben@example.com');
	api.setNow(announcedAt);
	await api.tellSubscribers();
	await api.deliver();
	await subscribed(api, 'late@example.com');
	await api.ask(leave, { token: leaveToken });
	await api.deliver();

	const coming = withdrawAt(api, 86_400);
	api.setNow(addSeconds(announcedAt, 86_400));
	expect(await api.tellSubscribers()).toBe(1);
	expect(await api.tellSubscribers()).toBe(0);
	const letters = await api.deliver();
	expect(letters.map(({ kind, to }) => [kind, to])).toEqual([['change-withdrawn', 'ana@example.com']]);
	expect(letters[0]?.text).toContain('does not take effect');
	const stream = { kind: 'version', id: `california/${coming.id}` } as const;
	const types = (await api.store.read((tx) => readStream(tx, stream))).map(({ type }) => type);
	expect(types).toEqual(['versionAnnounced', 'versionWithdrawn']);

	api.setNow(addSeconds(coming.effectiveAt, 1));
	await api.tellSubscribers();
	expect(await api.deliver()).toEqual([]);
});
