import { expect, it } from 'vitest';
import { instant } from '../../schema/time.ts';
import { openTestApi, type TestApi, tokenIn } from './api.ts';

const figures = `{ subscriberFigures { confirmed pending groups { notice leastClass frequency count } months { month confirmed ended } } }`;
const told = `{ noticeVersion(notice: "california", version: "2027-03-01") { told {
	event waiting sent failed dropped inDigests lastSentAt } } }`;

/** The day before the material change is announced. */
const dayBefore = instant('2026-11-15T17:00:00Z');

const subscribe = (api: TestApi, email: string, frequency = 'IMMEDIATE') =>
	api.ask('mutation ($input: SubscribeInput!) { subscribe(input: $input) { __typename } }', {
		input: { email, notices: ['california'], frequency, classes: ['SUBSTANTIVE', 'MATERIAL'] },
	});

const confirm = async (api: TestApi, email: string, frequency?: string) => {
	await subscribe(api, email, frequency);
	const token = tokenIn(
		(await api.deliver()).find(({ to }) => to === email),
		'subscribe/confirm',
	);
	await api.ask('mutation ($token: String!) { confirmSubscription(input: { token: $token }) { __typename } }', {
		token,
	});
};

it('counts subscribers by notice, choice and month, and tells who was told of a version in numbers', async () => {
	await using api = await openTestApi({ at: dayBefore });
	await confirm(api, 'ana@example.com');
	await confirm(api, 'ben@example.com', 'WEEKLY');
	await subscribe(api, 'eva@example.com');
	const key = await api.keyFor('figures:read');
	const { data, text } = await api.ask(figures, {}, { key });
	expect(text).not.toContain('example.com');
	expect(data.subscriberFigures).toEqual({
		confirmed: 2,
		pending: 1,
		groups: [
			{ notice: 'california', leastClass: 'SUBSTANTIVE', frequency: 'IMMEDIATE', count: 1 },
			{ notice: 'california', leastClass: 'SUBSTANTIVE', frequency: 'WEEKLY', count: 1 },
		],
		months: [{ month: '2026-11', confirmed: 2, ended: 0 }],
	});
	await api.deliver();

	api.addSeconds(86_400);
	await api.tellSubscribers();
	const ofVersion = async () => (await api.ask(told, {}, { key })).data.noticeVersion.told;
	const announced = { event: 'VERSION_ANNOUNCED', failed: 0, dropped: 0, inDigests: 0 };
	expect(await ofVersion()).toEqual([{ ...announced, waiting: 2, sent: 0, lastSentAt: null }]);
	await api.deliver();
	expect(await ofVersion()).toEqual([{ ...announced, waiting: 0, sent: 2, lastSentAt: api.now }]);
});

it('says by when a notice is to be reviewed again', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('figures:read');
	const { data } = await api.ask('{ notice(slug: "california") { reviewDueOn } }', {}, { key });
	expect(data.notice.reviewDueOn).toBe('2027-11-16');
});
