import { expect, it } from 'vitest';
import { type DeliveryOptions, startDelivery } from '../../api/mail/delivery.ts';
import type { Mail } from '../../api/mail/transport.ts';
import { smtpMail } from '../../api/mail/transport.ts';
import type { Store } from '../../api/store/open.ts';
import { claimLetters, queueLetter } from '../../api/store/outbox.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addRequests } from '../support/letters.ts';
import { demoInstant as now, projectContent, publicUrl } from '../support/places.ts';
import { type SmtpPeer, startSmtp } from '../support/smtp.ts';
import { newStore } from '../support/stores.ts';

const queueOne = async (store: Store) => {
	const { id } = await addRequests(store, ['DELETE']);
	await store.write((trx) => queueLetter(trx, { kind: 'request-receipt', subjectKind: 'receipt', subjectId: id, now }));
};

const within = async (condition: () => boolean) => {
	for (let tries = 0; !condition() && tries < 500; tries += 1) await new Promise((done) => setTimeout(done, 10));
	return condition();
};

const withDelivery = async (
	test: (parts: { store: Store; peer: SmtpPeer; options: DeliveryOptions; errors: unknown[] }) => Promise<void>,
) => {
	const [store, peer] = [await newStore('sqlite3'), await startSmtp()];
	const sender = { name: '', address: 'privacy@notices.example' };
	const mail: Mail = smtpMail(peer.url, { sender, publicUrl, dkim: undefined });
	const { library } = await readLibrary(projectContent);
	const errors: unknown[] = [];
	const onError = (error: unknown) => void errors.push(error);
	const options = { store, mail, library: () => library, now: () => now, publicUrl, onError };
	await test({ store, peer, options, errors });
	await mail.close();
	await peer.close();
	await store.close();
};

it('sends at once what it is told of, and soon what it is not', () =>
	withDelivery(async ({ store, peer, options, errors }) => {
		const slow = startDelivery({ ...options, pollMs: 1e6 });
		await queueOne(store);
		slow.wake();
		expect(await within(() => peer.received.length === 1)).toBe(true);
		await slow.stop();

		const quick = startDelivery({ ...options, pollMs: 20 });
		await queueOne(store);
		expect(await within(() => peer.received.length === 2)).toBe(true);
		await quick.stop();
		expect(errors).toEqual([]);
	}));

it('takes over at its start what a server that was killed had claimed', () =>
	withDelivery(async ({ store, peer, options }) => {
		await queueOne(store);
		await store.write((trx) => claimLetters(trx, { by: 'killed', now, leaseSeconds: 300, limit: 9 }));
		const delivery = startDelivery({ ...options, pollMs: 1e6 });
		expect(await within(() => peer.received.length === 1)).toBe(true);
		await delivery.stop();
	}));

it('settles what it is sending before it stops, and sends nothing afterwards', () =>
	withDelivery(async ({ store, peer, options }) => {
		await queueOne(store);
		const delivery = startDelivery({ ...options, pollMs: 10 });
		delivery.wake();
		await delivery.stop();
		const before = peer.received.length;
		const [row] = await store.read((tx) => tx.selectFrom('outbox').select(['sentAt', 'claimedBy']).execute());
		expect(row?.sentAt !== null).toBe(before === 1);
		expect(row?.claimedBy).toBe(null);
		await queueOne(store);
		delivery.wake();
		await new Promise((done) => setTimeout(done, 50));
		expect(peer.received).toHaveLength(before);
	}));

it('leaves what is still queued behind when it stops, however much that is', () =>
	withDelivery(async ({ store, peer, options }) => {
		for (let count = 0; count < 100; count += 1) await queueOne(store);
		const delivery = startDelivery(options);
		expect(await within(() => peer.received.length > 0)).toBe(true);
		await delivery.stop();
		expect(peer.received.length).toBeLessThan(100);
		const left = await store.read((tx) =>
			tx.selectFrom('outbox').select('id').where('sentAt', 'is', null).where('claimedBy', 'is', null).execute(),
		);
		expect(left).toHaveLength(100 - peer.received.length);
	}));

it('goes on after the store has failed it', () =>
	withDelivery(async ({ store, peer, options, errors }) => {
		let failing = true;
		const write: Store['write'] = (work) => (failing ? Promise.reject(new Error('disk full')) : store.write(work));
		const delivery = startDelivery({ ...options, store: { ...store, write }, pollMs: 20 });
		await queueOne(store);
		expect(await within(() => errors.length >= 2)).toBe(true);
		failing = false;
		expect(await within(() => peer.received.length === 1)).toBe(true);
		await delivery.stop();
	}));
