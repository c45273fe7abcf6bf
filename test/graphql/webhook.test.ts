import { afterAll, beforeAll, expect, it } from 'vitest';
import { newsOf } from '../../api/domain/news.ts';
import { recordNews } from '../../api/service/version-events.ts';
import { newWebhook } from '../../api/service/webhooks.ts';
import { deliverWebhooks } from '../../api/webhooks/deliver.ts';
import { addSeconds, toEpoch } from '../../schema/time.ts';
import { publicUrl } from '../support/places.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { openTestApi, type TestApi } from './api.ts';
import { doing, globalId } from './office.ts';
import { addPerson, signInAs } from './staff.ts';

const list = `query ($state: DeliveryState, $after: String) { webhooks { id url events system disabledAt disabledBy waiting failed
	deliveries(first: 2, after: $after, state: $state) { pageInfo { hasNextPage endCursor } edges { node {
		id messageId event state attempts nextAttemptAt deliveredAt failedAt lastOutcome } } } } }`;

let receiver: Receiver;
beforeAll(async () => {
	receiver = await startReceiver();
});
afterAll(() => receiver.close());

/** Two announcements, recorded as events of their versions. */
const announce = async (api: TestApi) => {
	const notices = api.library.notices.filter(({ slug }) => slug.startsWith('california'));
	for (const notice of notices.slice(0, 2)) {
		const version = notice.versions.at(-1);
		const [news] = version ? newsOf(notice, version, version.announcedAt) : [];
		if (news) await api.store.write((trx) => recordNews(trx, news, api.now));
	}
};

const deliver = (api: TestApi) =>
	deliverWebhooks({
		store: api.store,
		library: () => api.library,
		now: () => api.now,
		publicUrl,
		targets: 'any',
		timeoutMs: 300,
	});

const asOfficer = async (api: TestApi) => {
	const { id, email } = await addPerson(api, 'OFFICER');
	const headers = await signInAs(api, email);
	return { id, act: doing(api, { headers }), read: (of = {}) => api.ask(list, of, { headers }) };
};

it('shows what was given up after ten attempts, and sends it once more, one or all', async () => {
	await using api = await openTestApi();
	const { id } = await newWebhook(api, { url: receiver.url, events: ['versionAnnounced'] });
	const key = await api.keyFor('webhooks:read', 'webhooks:write');
	const act = doing(api, { key });
	const read = async (of = {}) => (await api.ask(list, of, { key })).data.webhooks[0];
	await announce(api);
	receiver.answers.push(...Array(20).fill(503));
	const start = api.now;
	await deliver(api);
	expect(await read()).toMatchObject({ waiting: 2, failed: 0 });
	for (let attempt = 2; attempt <= 10; attempt += 1) {
		const { nextAttemptAt } = (await read()).deliveries.edges[0].node;
		api.setNow(nextAttemptAt);
		await deliver(api);
	}
	expect((toEpoch(api.now) - toEpoch(start)) / 1000).toBe(75 * 3600 + 35 * 60 + 5);
	const given = await read({ state: 'FAILED' });
	expect(given).toMatchObject({ waiting: 0, failed: 2 });
	const [{ node }, second] = given.deliveries.edges;
	expect(node).toMatchObject({
		event: 'notice.version.announced',
		state: 'FAILED',
		attempts: 10,
		nextAttemptAt: null,
		failedAt: api.now,
		lastOutcome: '503',
	});

	const once = await act('replayDelivery', { id: node.id }, '... on WebhookDelivery { state attempts }');
	expect(once).toEqual({ __typename: 'WebhookDelivery', state: 'WAITING', attempts: 0 });
	expect(await act('replayDelivery', { id: node.id })).toMatchObject({ code: 'UNKNOWN_DELIVERY' });
	const all = await act('replayFailedDeliveries', { id: globalId('Webhook', id) }, '... on Webhook { waiting failed }');
	expect(all).toEqual({ __typename: 'Webhook', waiting: 2, failed: 0 });
	await deliver(api);
	const ids = receiver.got.slice(-2).map(({ headers }) => headers['webhook-id']);
	expect(ids.sort()).toEqual([node.messageId, second.node.messageId].sort());
	expect((await read({ state: 'DELIVERED' })).deliveries.edges).toHaveLength(2);
});

it('pages through the deliveries of a webhook, the newest first', async () => {
	await using api = await openTestApi();
	await newWebhook(api, { url: receiver.url, events: ['versionAnnounced'] });
	const key = await api.keyFor('webhooks:read');
	await announce(api);
	const page = async (of: Record<string, unknown>) =>
		(await api.ask(list.replace('first: 2', 'first: 1'), of, { key })).data.webhooks[0];
	const first = await page({});
	const next = await page({ after: first.deliveries.pageInfo.endCursor });
	expect(first.deliveries.pageInfo.hasNextPage).toBe(true);
	expect(next.deliveries.pageInfo.hasNextPage).toBe(false);
	expect(next.deliveries.edges[0].node.id).not.toBe(first.deliveries.edges[0].node.id);
});

it('makes a webhook whose secret is shown once, switches it, and records who did', async () => {
	await using api = await openTestApi();
	const { id: officer, act, read } = await asOfficer(api);
	const input = { url: 'https://hooks.example.com/notices?token=hidden', events: ['notice.version.withdrawn'] };
	const made = await act('createWebhook', input, '... on WebhookMade { secret webhook { id url events } }');
	const { secret, webhook } = made as { secret: string; webhook: { id: string } };
	expect(secret).toMatch(/^whsec_/);
	expect(webhook).toMatchObject(input);
	expect((await read()).text).not.toContain(secret);

	const off = await act('disableWebhook', { id: webhook.id }, '... on Webhook { disabledAt disabledBy }');
	expect(off).toEqual({ __typename: 'Webhook', disabledAt: api.now, disabledBy: 'OPERATOR' });
	const on = await act('enableWebhook', { id: webhook.id }, '... on Webhook { disabledAt disabledBy }');
	expect(on).toEqual({ __typename: 'Webhook', disabledAt: null, disabledBy: null });
	expect(await act('enableWebhook', { id: globalId('Webhook', 'x') })).toMatchObject({ code: 'UNKNOWN_WEBHOOK' });

	const events = await api.store.read((tx) =>
		tx.selectFrom('event').selectAll().where('streamKind', '=', 'webhook').orderBy('seq').execute(),
	);
	expect(JSON.stringify(events)).not.toContain('hidden');
	expect(events.map(({ type, data }) => [type, JSON.parse(data).staffId])).toEqual([
		['webhookMade', officer],
		['webhookDisabled', officer],
		['webhookEnabled', officer],
	]);
});

it('says what is wrong with a webhook that is asked for', async () => {
	await using api = await openTestApi();
	const act = doing(api, { key: await api.keyFor('webhooks:write') });
	expect(await act('createWebhook', { url: 'http://10.0.0.1/', events: ['everything'] })).toMatchObject({
		issues: [
			{ path: ['url'], message: 'expected an address of https' },
			{ path: ['events', '0'], message: 'Choose from the list.' },
		],
	});
	const events = ['system.task.opened'];
	const unknown = await act('createWebhook', { url: 'https://hooks.example.com/', events, system: 'nowhere' });
	expect(unknown).toMatchObject({ code: 'UNKNOWN_SYSTEM', path: ['system'] });
});

it('asks for a recent sign-in before a webhook is made or sent to again', async () => {
	await using api = await openTestApi();
	const { id } = await newWebhook(api, { url: receiver.url, events: ['versionAnnounced'] });
	const { act, read } = await asOfficer(api);
	api.setNow(addSeconds(api.now, 15 * 60));
	expect((await read()).data.webhooks).toHaveLength(1);
	const input = { url: 'https://hooks.example.com/', events: ['notice.version.withdrawn'] };
	expect(await act('createWebhook', input)).toEqual({ error: 'STEP_UP_NEEDED' });
	expect(await act('replayFailedDeliveries', { id: globalId('Webhook', id) })).toEqual({ error: 'STEP_UP_NEEDED' });
});
