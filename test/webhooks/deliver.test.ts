import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsOf } from '../../api/domain/news.ts';
import { recordNews } from '../../api/service/version-events.ts';
import { newWebhook } from '../../api/service/webhooks.ts';
import type { Store } from '../../api/store/open.ts';
import { claimDeliveries, deliveriesOf, replayDelivery } from '../../api/store/webhook-deliveries.ts';
import { switchWebhook, webhookById } from '../../api/store/webhooks.ts';
import { deliverWebhooks, type WebhookContext } from '../../api/webhooks/deliver.ts';
import type { Library } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds, fromEpoch, type Instant, toEpoch } from '../../schema/time.ts';
import { projectContent, publicUrl } from '../support/places.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { dialects, newStore } from '../support/stores.ts';

const content = readLibrary(projectContent);

describe.each(dialects)('webhooks from %s', (dialect) => {
	let store: Store;
	let receiver: Receiver;
	let library: Library;
	let now: Instant;
	let context: WebhookContext;
	beforeEach(async () => {
		// The reference verifier reads the machine's clock.
		now = fromEpoch(Date.now());
		store = await newStore(dialect);
		receiver = await startReceiver();
		library = (await content).library;
		context = { store, library: () => library, now: () => now, publicUrl, targets: 'any', timeoutMs: 300 };
	});
	afterEach(async () => {
		await receiver.close();
		await store.close();
	});

	const allEvents = ['versionAnnounced', 'versionInForce', 'versionWithdrawn'] as const;
	const add = (events: readonly (typeof allEvents)[number][] = allEvents) =>
		newWebhook({ store, now }, { url: receiver.url, events });
	/** Records the first event of the coming version and answers what it was. */
	const happen = async () => {
		const notice = library.notices.find(({ slug }) => slug === 'california');
		const version = notice?.versions.at(-1);
		const [news] = notice && version ? newsOf(notice, version, version.announcedAt) : [];
		if (!news) throw new Error('nothing happened');
		await store.write((trx) => recordNews(trx, news, now));
		return news;
	};
	const deliveries = (id: string) => store.read((tx) => deliveriesOf(tx, { webhookId: id, limit: 50 }));

	it('tell of an event once, signed so that the receiver knows it is ours', async () => {
		const { id, secret } = await add();
		const { version, at } = await happen();
		await happen();
		expect(await deliverWebhooks(context)).toBe(0);
		expect(await deliverWebhooks(context)).toBe(0);
		expect(receiver.got).toHaveLength(1);
		const [{ headers, body } = { headers: {}, body: '' }] = receiver.got;
		expect(new Webhook(secret).verify(body, headers)).toEqual({
			type: 'notice.version.announced',
			timestamp: at,
			data: {
				cursor: expect.stringMatching(/^\d+$/),
				notice: 'california',
				version: version.id,
				changeClass: 'material',
				announcedAt: version.announcedAt,
				effectiveAt: version.effectiveAt,
				withdrawnAt: null,
				url: `${publicUrl}/california/${version.id}/`,
			},
		});
		expect(headers['content-type']).toBe('application/json');
		expect(body.length).toBeLessThan(20_000);
		expect(await deliveries(id)).toMatchObject([{ id: headers['webhook-id'], deliveredAt: now, lastOutcome: '204' }]);
	});

	it('tell nothing that was not asked for, that is older, or that was rolled back', async () => {
		const { id } = await add(['versionInForce']);
		const news = await happen();
		const late = await add();
		const other = { ...news, event: 'versionInForce' } as const;
		await expect(
			store.write(async (trx) => {
				await recordNews(trx, other, now);
				throw new Error('rolled back');
			}),
		).rejects.toThrow('rolled back');
		await deliverWebhooks(context);
		expect([receiver.got, await deliveries(id), await deliveries(late.id)]).toEqual([[], [], []]);
	});

	it('are tried ten times with the same id within 75:35:05, given up in sight, and sent again on demand', async () => {
		const { id } = await add();
		await happen();
		const start = now;
		receiver.answers.push(500, 302, 404, 0, 429, 503, 500, 500, 500, 500);
		for (let attempt = 1; attempt <= 10; attempt += 1) {
			expect(await deliverWebhooks(context)).toBe(1);
			expect(await deliverWebhooks(context)).toBe(0);
			const [row] = await deliveries(id);
			expect(row?.attempts).toBe(attempt);
			if (attempt < 10) now = row?.dueAt ?? now;
		}
		expect((toEpoch(now) - toEpoch(start)) / 1000).toBe(75 * 3600 + 35 * 60 + 5);
		const [row] = await deliveries(id);
		expect(row).toMatchObject({ failedAt: now, lastOutcome: '500' });
		expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
		expect(new Set(receiver.got.map(({ body }) => body)).size).toBe(1);
		now = addSeconds(now, 1e6);
		expect(await deliverWebhooks(context)).toBe(0);
		expect(receiver.got).toHaveLength(10);

		expect(await store.write((trx) => replayDelivery(trx, row?.id ?? '', now))).toBe(id);
		expect(await deliverWebhooks(context)).toBe(0);
		expect(receiver.got).toHaveLength(11);
		expect(await deliveries(id)).toMatchObject([{ deliveredAt: now, failedAt: null }]);
	});

	it('go no more to a receiver that answers 410, until they are switched on again', async () => {
		const { id } = await add();
		await happen();
		receiver.answers.push(410);
		await deliverWebhooks(context);
		expect(await store.read((tx) => webhookById(tx, id))).toMatchObject({ disabledAt: now, disabledBy: 'RECEIVER' });
		const [row] = await deliveries(id);
		await store.write((trx) => replayDelivery(trx, row?.id ?? '', now));
		await deliverWebhooks(context);
		expect(receiver.got).toHaveLength(1);
		await store.write((trx) => switchWebhook(trx, id, { disabledAt: null, disabledBy: null }));
		await deliverWebhooks(context);
		expect(receiver.got).toHaveLength(2);
	});

	it('are sent again under the same id where a sender was stopped between sending and settling', async () => {
		await add();
		await happen();
		const claim = { by: 'stopped', now, leaseSeconds: 60, limit: 8 };
		const [claimed] = await store.write((trx) => claimDeliveries(trx, claim));
		await deliverWebhooks(context);
		expect(receiver.got).toEqual([]);
		now = addSeconds(now, 60);
		await deliverWebhooks(context);
		expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual([claimed?.id]);
	});

	it('go to no address of this machine unless the configuration lets them', async () => {
		const { id } = await add();
		await happen();
		expect(await deliverWebhooks({ ...context, targets: 'public' })).toBe(1);
		expect(receiver.got).toEqual([]);
		expect(await deliveries(id)).toMatchObject([{ lastOutcome: 'TARGET_REFUSED', deliveredAt: null }]);
	});

	it('keep their secret sealed', async () => {
		const { id, secret } = await add();
		const row = await store.read((tx) => webhookById(tx, id));
		const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
		expect(row?.secretSealed.includes(bytes)).toBe(false);
		expect(store.vault.openSecret(id, row?.secretSealed ?? Buffer.alloc(0))).toEqual(bytes);
		expect(() => store.vault.openSecret('another', row?.secretSealed ?? Buffer.alloc(0))).toThrow();
	});
});
