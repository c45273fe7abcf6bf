import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/store/open.ts';
import { claimLetters, queueLetter, settleLetter } from '../../api/store/outbox.ts';
import { countLetters, failedLetters, releaseClaims, retryLetter } from '../../api/store/outbox-upkeep.ts';
import { addSeconds, type Instant, instant } from '../../schema/time.ts';
import { dialects, newStore } from '../support/stores.ts';

const now = instant('2026-12-01T12:00:00Z');
const later = (seconds: number): Instant => addSeconds(now, seconds);

describe.each(dialects)('the outbox on %s', (dialect) => {
	let store: Store;
	beforeAll(async () => {
		store = await newStore(dialect);
	});
	afterAll(() => store.close());

	const queue = (subjectId: string, more: { dedupeKey?: string; dueAt?: Instant } = {}) =>
		store.write((trx) => queueLetter(trx, { kind: 'codes', subjectKind: 'personal', subjectId, now, ...more }));
	const claim = (by: string, at: Instant, limit = 100) =>
		store.write((trx) => claimLetters(trx, { by, now: at, leaseSeconds: 60, limit }));
	const settleAll = async (by: string, at: Instant) => {
		for (const { id } of await claim(by, at)) await store.write((trx) => settleLetter(trx, id, by, { sentAt: at }));
	};

	it('hands each letter to one of ten who claim at once', async () => {
		for (let index = 0; index < 50; index += 1) await queue(`many-${index}`);
		const claimed = await Promise.all(Array.from({ length: 10 }, (_, index) => claim(`worker-${index}`, now, 7)));
		const ids = claimed.flat().map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBe(50);
		expect(claimed.flat().every(({ attempts }) => attempts === 1)).toBe(true);
		await store.write(releaseClaims);
		await settleAll('end', later(1));
		expect(await store.read(countLetters)).toEqual({ waiting: 0, sent: 50, dropped: 0, failed: 0 });
	});

	it('keeps a letter that is queued twice once', async () => {
		await queue('twice', { dedupeKey: 'the same' });
		await queue('twice', { dedupeKey: 'the same' });
		expect(await claim('w', now)).toHaveLength(1);
		await store.write(releaseClaims);
		await settleAll('end', later(1));
	});

	it('holds a letter back until it is due, and gives a claim on when its lease has run out', async () => {
		await queue('due', { dueAt: later(10) });
		expect(await claim('early', later(9))).toEqual([]);
		const [row] = await claim('first', later(10));
		expect(await claim('second', later(69))).toEqual([]);
		expect(await claim('second', later(70))).toMatchObject([{ id: row?.id, attempts: 2 }]);
		const settle = (by: string) => store.write((trx) => settleLetter(trx, row?.id ?? '', by, { sentAt: later(71) }));
		expect([await settle('first'), await settle('second'), await settle('second')]).toEqual([false, true, false]);
		expect(await claim('third', later(1000))).toEqual([]);
	});

	it('sends what somebody waits for before what goes out to many', async () => {
		const change = { kind: 'change-announced', subjectKind: 'subscription', subjectId: 'many' } as const;
		await store.write((trx) => queueLetter(trx, { ...change, now }));
		await store.write((trx) => queueLetter(trx, { ...change, now: later(1) }));
		await queue('one', { dueAt: later(2) });
		expect((await claim('w', later(2), 2)).map(({ subjectId }) => subjectId)).toEqual(['one', 'many']);
		await store.write(releaseClaims);
		await settleAll('end', later(3));
	});

	it('keeps what was given up in sight, to be tried again', async () => {
		await queue('hopeless');
		const [row] = await claim('w', later(2000));
		const id = row?.id ?? '';
		await store.write((trx) => settleLetter(trx, id, 'w', { failedAt: later(2000), lastError: 'Error ECONNREFUSED' }));
		expect(await store.read((tx) => failedLetters(tx, 10))).toMatchObject([{ id, lastError: 'Error ECONNREFUSED' }]);
		expect(await claim('w', later(3000))).toEqual([]);
		expect(await store.write((trx) => retryLetter(trx, id, later(3000)))).toBe(true);
		expect(await claim('w', later(3000))).toMatchObject([{ id, attempts: 1 }]);
	});

	it('queues nothing with a write that fails', async () => {
		const before = await store.read(countLetters);
		const failing = store.write(async (trx) => {
			await queueLetter(trx, { kind: 'codes', subjectKind: 'personal', subjectId: 'never', now });
			throw new Error('thrown away');
		});
		await expect(failing).rejects.toThrow('thrown away');
		expect(await store.read(countLetters)).toEqual(before);
	});
});
