import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newWebhook } from '../../api/service/webhooks.ts';
import { deliverWebhooks } from '../../api/webhooks/deliver.ts';
import { taskEventTypes } from '../../schema/system/task-vocabulary.ts';
import { openTestApi } from '../graphql/api.ts';
import { publicUrl } from '../support/places.ts';
import { startReceiver } from '../support/receiver.ts';
import { dialects, newStore } from '../support/stores.ts';
import { askFor, handSystems, verify } from '../support/tasks.ts';

const systems = handSystems.map((system) => ({ ...system, reach: { by: 'webhook' } as const }));

const complete = `mutation ($id: ID!, $seen: Int) { completeSystemTask(input: { id: $id, expectedRevision: $seen, note: ERASED, manner: WEBHOOK }) {
	... on SystemTask { status manner request { id right } } ... on Refusal { code } } }`;

const open = async (dialect: (typeof dialects)[number]) => {
	const api = await openTestApi({ store: await newStore(dialect) });
	api.replaceLibrary({ ...api.library, systems });
	const receiver = await startReceiver();
	const environment = { store: api.store, now: api.now };
	const wish = { url: receiver.url, events: taskEventTypes };
	const { secret } = await newWebhook(environment, { ...wish, system: 'paper' });
	const key = await api.keyFor('requests:read', 'requests:verify', 'tasks:read', 'tasks:write');
	const deliver = () =>
		deliverWebhooks({ ...api, library: () => api.library, now: () => api.now, publicUrl, targets: 'any' });
	const bodies = () => receiver.got.map(({ body }) => JSON.parse(body));
	return { api, receiver, secret, key, deliver, bodies };
};

describe.each(dialects)('a system that is told by a webhook, from %s', (dialect) => {
	it('hears of its own task once it can be carried out, again until it takes it, and answers through the API', async () => {
		const { api, receiver, secret, key, deliver, bodies } = await open(dialect);
		await using _ = api;
		const { requests } = await askFor(api, ['DELETE'], key);
		await deliver();
		expect(receiver.got).toEqual([]);

		await api.ask(verify, { id: requests[0]?.id }, { key });
		receiver.answers.push(500);
		expect(await deliver()).toBe(1);
		api.addSeconds(5);
		expect(await deliver()).toBe(0);
		const [refused, taken] = receiver.got;
		expect(taken?.body).toBe(refused?.body);
		const { 'webhook-id': id = '', 'webhook-signature': signature } = taken?.headers ?? {};
		expect(new Webhook(secret).sign(id, new Date(api.now), taken?.body ?? '')).toBe(signature);
		const message = bodies()[1];
		expect(message).toEqual({
			type: 'system.task.opened',
			timestamp: expect.any(String),
			data: {
				cursor: expect.any(String),
				id: expect.any(String),
				request: requests[0]?.id,
				system: 'paper',
				kind: 'ERASE',
				right: 'DELETE',
				status: 'OPEN',
				dueOn: '2026-12-24',
				revision: 2,
			},
		});
		const { data } = await api.ask(complete, { id: message.data.id, seen: message.data.revision }, { key });
		expect(data.completeSystemTask).toEqual({
			status: 'DONE',
			manner: 'WEBHOOK',
			request: { id: requests[0]?.id, right: 'DELETE' },
		});
		await receiver.close();
	});

	it('hears that a task is not to be carried out any more', async () => {
		const { api, receiver, key, deliver, bodies } = await open(dialect);
		await using _ = api;
		const { code, requests } = await askFor(api, ['DELETE'], key);
		await api.ask(verify, { id: requests[0]?.id }, { key });
		await api.ask('mutation ($code: String!) { withdrawRightsRequest(input: { code: $code }) { __typename } }', {
			code,
		});
		await deliver();
		expect(bodies().map(({ type, data }) => [type, data.system, data.status])).toEqual(
			expect.arrayContaining([
				['system.task.opened', 'paper', 'CANCELLED'],
				['system.task.cancelled', 'paper', 'CANCELLED'],
			]),
		);
		await receiver.close();
	});
});
