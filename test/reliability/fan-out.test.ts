import { expect, it } from 'vitest';
import { startDelivery } from '../../api/mail/delivery.ts';
import { smtpMail } from '../../api/mail/transport.ts';
import { tellSubscribers } from '../../api/service/announcements.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds } from '../../schema/time.ts';
import { addSubscription } from '../support/letters.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';
import { startSmtp } from '../support/smtp.ts';
import { newStore } from '../support/stores.ts';

const subscribers = process.env.DEEP ? 10_000 : 1_000;
const addressOf = (n: number) => `reader-${n}@example.com`;

it(`tells each of ${subscribers} subscribers of a material change once, and none who left`, async () => {
	const [store, peer, { library }] = [await newStore('sqlite3'), await startSmtp(), await readLibrary(projectContent)];
	const sender = { name: '', address: 'privacy@notices.example' };
	const mail = smtpMail(peer.url, { sender, publicUrl, dkim: undefined });
	const subscribe = (email: string, status: 'CONFIRMED' | 'ENDED') =>
		addSubscription(store, { email, change: { status, confirmedAt: addSeconds(demoInstant, -30 * 86_400) } });
	await Promise.all(Array.from({ length: subscribers }, (_, n) => subscribe(addressOf(n), 'CONFIRMED')));
	await subscribe('left@example.com', 'ENDED');

	await tellSubscribers({ store, library, now: demoInstant, afterCommit: () => {} });
	const dueAt = performance.now();
	const errors: unknown[] = [];
	const handedOver = Promise.withResolvers<void>();
	const delivery = startDelivery({
		...{ store, mail, library: () => library, now: () => demoInstant, publicUrl },
		onRound: ({ sent }) => sent > 0 && handedOver.resolve(),
		onError: (error) => errors.push(error),
	});
	await handedOver.promise;
	const seconds = (performance.now() - dueAt) / 1000;
	await delivery.stop();
	await mail.close();
	await peer.close();
	await store.close();

	console.log(
		`${subscribers} letters handed over in ${seconds.toFixed(1)} s: ${Math.round(subscribers / seconds)} a second`,
	);
	expect(errors).toEqual([]);
	const told = peer.received.map(({ to }) => to.join());
	expect(told.toSorted()).toEqual(Array.from({ length: subscribers }, (_, n) => addressOf(n)).toSorted());
}, 600_000);
