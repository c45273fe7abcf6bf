// Keeps: commitments.rights, commitments.optOutOf
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { newWebhook } from '../../api/service/webhooks.ts';
import { deliverWebhooks } from '../../api/webhooks/deliver.ts';
import { openTestApi } from '../graphql/api.ts';

const setChoices =
	'mutation($input: SetChoicesInput!) { setChoices(input: $input) { ... on OptOutState { optedOut } } }';

// 11 CCR § 7026(f): stop "as soon as feasibly possible", and notify the third parties to whom data went.
it('stops sale and sharing in the moment it is asked for, and tells whoever listens for the recipients', async () => {
	await using api = await openTestApi();
	const told: string[] = [];
	const receiver = createServer((request, response) => {
		request.setEncoding('utf8').on('data', (text) => told.push(text));
		request.on('end', () => response.writeHead(204).end());
	});
	await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
	await newWebhook({ store: api.store, now: api.now }, { url, events: ['optOutRecorded'] });

	const { data } = await api.ask(setChoices, { input: { optOut: true, limit: true, email: 'ann@example.org' } });
	expect(data.setChoices).toEqual({ optedOut: true });
	const context = { store: api.store, library: () => api.library, now: () => api.now };
	await deliverWebhooks({ ...context, publicUrl: 'https://privacy.example', targets: 'any' });
	receiver.close();
	expect(told.map((text) => JSON.parse(text))).toEqual(
		[1, 2].map(() => ({
			type: 'choice.opt_out.recorded',
			timestamp: api.now,
			data: { cursor: expect.any(String), id: expect.any(String), recipients: [] },
		})),
	);
	expect(told.join('')).not.toContain('ann');
});
