import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteTold } from '../../api/store/audience.ts';
import { countLettersOfVersion, countToldInDigests, lettersAbout } from '../../api/store/evidence.ts';
import type { Store } from '../../api/store/open.ts';
import { claimLetters, queueLetter, settleLetter } from '../../api/store/outbox.ts';
import { insertPersonal } from '../../api/store/personal.ts';
import { insertSubscription } from '../../api/store/subscriptions.ts';
import type { SubscriptionRow } from '../../api/store/tables.ts';
import { instant } from '../../schema/time.ts';
import { dialects, newStore } from '../support/stores.ts';

const now = instant('2026-12-01T12:00:00Z');
const subscription: Omit<SubscriptionRow, 'id' | 'personalId'> = {
	status: 'CONFIRMED',
	locale: 'en',
	leastClass: 'material',
	frequency: 'DAILY',
	requestedAt: now,
	confirmBy: now,
	confirmedAt: now,
	endedAt: null,
	erasedAt: null,
	streamVersion: 1,
};
const version = { notice: 'california', version: '2027-03-01' };

describe.each(dialects)('what evidence counts on %s', (dialect) => {
	let store: Store;
	beforeAll(async () => {
		store = await newStore(dialect);
	});
	afterAll(() => store.close());

	const announce = (subjectId: string, extra = version) =>
		store.write((trx) =>
			queueLetter(trx, { kind: 'change-announced', subjectKind: 'subscription', subjectId, extra, now }),
		);

	it('tells what became of the letters about one version, and of no other', async () => {
		for (const subscriber of ['a', 'b', 'c', 'd']) await announce(subscriber);
		await announce('a', { ...version, version: '2026-09-01' });
		const claimed = await store.write((trx) => claimLetters(trx, { by: 'w', now, leaseSeconds: 60, limit: 10 }));
		const idOf = (subjectId: string) =>
			claimed.find((it) => it.subjectId === subjectId && it.extra === JSON.stringify(version))?.id ?? '';
		await store.write((trx) => settleLetter(trx, idOf('a'), 'w', { sentAt: now }));
		await store.write((trx) => settleLetter(trx, idOf('b'), 'w', { droppedAt: now, lastError: 'erased' }));
		await store.write((trx) => settleLetter(trx, idOf('c'), 'w', { failedAt: now, lastError: '550' }));
		const counts = await store.read((tx) => countLettersOfVersion(tx, 'change-announced', version));
		expect(counts).toEqual({ sent: 1, waiting: 1, dropped: 1, failed: 1 });
	});

	const subscribe = (id: string) =>
		store.write(async (trx) => {
			await insertPersonal(trx, store.vault, { id, data: { email: `${id}@example.net` }, now });
			await insertSubscription(trx, { ...subscription, id, personalId: id }, ['california']);
		});

	it('counts those who hear of it in a digest', async () => {
		for (const id of ['a', 'b', 'c']) await subscribe(id);
		const row = { ...version, event: 'versionAnnounced' };
		await store.write((trx) => noteTold(trx, { ...row, subscriptionId: 'a', digestAt: null }));
		await store.write((trx) => noteTold(trx, { ...row, subscriptionId: 'b', digestAt: now }));
		await store.write((trx) => noteTold(trx, { ...row, event: 'versionInForce', subscriptionId: 'c', digestAt: now }));
		expect(await store.read((tx) => countToldInDigests(tx, row))).toBe(1);
	});

	it('finds the letters about one subject, the first queued first', async () => {
		const about = { subjectKind: 'receipt', subjectId: 'r', dueAt: now } as const;
		const earlier = instant('2026-11-01T00:00:00Z');
		await store.write((trx) => queueLetter(trx, { ...about, kind: 'request-confirmed', now }));
		await store.write((trx) => queueLetter(trx, { ...about, kind: 'request-receipt', now: earlier }));
		const letters = await store.read((tx) => lettersAbout(tx, 'receipt', ['r']));
		expect(letters.map(({ kind }) => kind)).toEqual(['request-receipt', 'request-confirmed']);
	});
});
