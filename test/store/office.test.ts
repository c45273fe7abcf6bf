import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditPage, submittedWith } from '../../api/store/audit.ts';
import { appendEvents } from '../../api/store/events.ts';
import type { Store } from '../../api/store/open.ts';
import { queueLetter } from '../../api/store/outbox.ts';
import { insertPersonal } from '../../api/store/personal.ts';
import { insertStaff, lastSignIn, officersBeside } from '../../api/store/staff.ts';
import { countSubscriptions, subscriberGroups, subscriptionsByMonth } from '../../api/store/subscriber-figures.ts';
import { insertSubscription } from '../../api/store/subscriptions.ts';
import { workLeft } from '../../api/store/system-work.ts';
import { lettersAboutVersions } from '../../api/store/telling.ts';
import { countDeliveries, deliveriesOf, replayFailed } from '../../api/store/webhook-deliveries.ts';
import { insertWebhook } from '../../api/store/webhooks.ts';
import { addSeconds, instant } from '../../schema/time.ts';
import { addRequests } from '../support/letters.ts';
import { dialects, newStore } from '../support/stores.ts';

const now = instant('2026-12-01T20:00:00Z');

describe.each(dialects)('what the office looks at, on %s', (dialect) => {
	let store: Store;
	beforeAll(async () => {
		store = await newStore(dialect);
	});
	afterAll(() => store.close());

	const person = async () => {
		const id = randomUUID();
		await store.write((trx) => insertPersonal(trx, store.vault, { id, data: { email: 'ana@example.com' }, now }));
		return id;
	};

	it('narrows the log to kinds and to what one person did, the newest first, a page at a time', async () => {
		const [ana, ben] = [randomUUID(), randomUUID()];
		await store.write(async (trx) => {
			await appendEvents(trx, { kind: 'staff', id: ana }, 0, [{ type: 'staffSignedIn', at: now }]);
			const read = (staffId: string) => ({ type: 'personalRead', at: now, keyId: null, staffId });
			await appendEvents(trx, { kind: 'access', id: 'p' }, 0, [read(ana), read(ben), read(ana)]);
		});
		const types = async (page: Parameters<typeof auditPage>[1]) =>
			(await store.read((tx) => auditPage(tx, page))).map(({ type, streamVersion }) => `${type} ${streamVersion}`);
		expect(await types({ limit: 9, staffId: ana })).toEqual(['personalRead 3', 'personalRead 1', 'staffSignedIn 1']);
		expect(await types({ limit: 1, kinds: ['access'] })).toEqual(['personalRead 3']);
		const [last] = await store.read((tx) => auditPage(tx, { limit: 1 }));
		expect(await types({ limit: 1, before: last?.seq })).toEqual(['personalRead 2']);
		expect(await store.read((tx) => lastSignIn(tx, ana))).toBe(now);
		expect(await store.read((tx) => lastSignIn(tx, ben))).toBeNull();
	});

	it('knows the requests that a personal record was sent with', async () => {
		const { requestIds } = await addRequests(store, ['DELETE', 'CORRECT']);
		const receipt = await store.read((tx) =>
			tx.selectFrom('receipt').select('personalId').where('personalId', 'is not', null).executeTakeFirstOrThrow(),
		);
		const found = await store.read((tx) => submittedWith(tx, [receipt.personalId ?? '']));
		expect(found.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(requestIds.map((id) => `request ${id}`).sort());
		expect(await store.read((tx) => submittedWith(tx, []))).toEqual([]);
	});

	it('counts officers beside one who are not removed', async () => {
		const add = async (role: 'OFFICER' | 'HANDLER') => {
			const row = { id: randomUUID(), personalId: await person(), keyIndex: randomUUID(), role, addedAt: now };
			await store.write((trx) => insertStaff(trx, row));
			return row.id;
		};
		const [first, second] = [await add('OFFICER'), await add('OFFICER'), await add('HANDLER')];
		const beside = (id: string) => store.read((tx) => officersBeside(tx, id));
		expect([await beside(first), await beside('nobody')]).toEqual([1, 2]);
		await store.write((trx) => trx.updateTable('staff').set({ removedAt: now }).where('id', '=', second).execute());
		expect(await beside(first)).toBe(0);
	});

	it('counts subscriptions by notice, choice and month', async () => {
		const row = async (status: 'PENDING' | 'CONFIRMED' | 'ENDED', months: [string | null, string | null]) => {
			const [confirmedAt, endedAt] = months.map((month) => (month === null ? null : instant(`${month}-15T00:00:00Z`)));
			const it = { id: randomUUID(), personalId: await person(), locale: 'en', requestedAt: now, confirmBy: now };
			const choice = { leastClass: 'material', frequency: 'WEEKLY' } as const;
			const times = { confirmedAt: confirmedAt ?? null, endedAt: endedAt ?? null, erasedAt: null };
			const whole = { ...it, ...choice, ...times, status, streamVersion: 1 };
			await store.write((trx) => insertSubscription(trx, whole, ['california', 'privacy-policy']));
		};
		await row('CONFIRMED', ['2026-10', null]);
		await row('CONFIRMED', ['2026-11', null]);
		await row('ENDED', ['2026-10', '2026-11']);
		await row('PENDING', [null, null]);
		const group = { leastClass: 'material', frequency: 'WEEKLY', count: 2 };
		expect(await store.read(subscriberGroups)).toEqual([
			{ notice: 'california', ...group },
			{ notice: 'privacy-policy', ...group },
		]);
		expect(await store.read((tx) => countSubscriptions(tx, 'PENDING'))).toBe(1);
		const byMonth = (column: 'confirmedAt' | 'endedAt') => store.read((tx) => subscriptionsByMonth(tx, column));
		expect(await byMonth('confirmedAt')).toEqual(
			new Map([
				['2026-10', 2],
				['2026-11', 1],
			]),
		);
		expect(await byMonth('endedAt')).toEqual(new Map([['2026-11', 1]]));
	});

	it('counts the letters about each version, those in digests apart', async () => {
		const letter = { kind: 'change-announced', subjectKind: 'subscription', now } as const;
		const extra = { notice: 'california', version: '2027-03-01' };
		await store.write(async (trx) => {
			for (const subjectId of ['a', 'b', 'c']) await queueLetter(trx, { ...letter, subjectId, extra });
			await queueLetter(trx, { ...letter, kind: 'change-digest', subjectId: 'd', extra: { digestAt: now } });
			const sent = trx.updateTable('outbox').set({ sentAt: now }).where('kind', '=', 'change-announced');
			await sent.where('subjectId', '=', 'a').execute();
			await trx.updateTable('outbox').set({ failedAt: now }).where('subjectId', '=', 'b').execute();
		});
		const [counted, ...others] = await store.read(lettersAboutVersions);
		expect(counted).toEqual({
			kind: 'change-announced',
			...extra,
			waiting: 1,
			sent: 1,
			failed: 1,
			dropped: 0,
			lastSentAt: now,
		});
		expect(others).toEqual([]);
	});

	it('queues everything once more that was given up for one webhook', async () => {
		const hook = { url: 'https://hooks.example.com/', events: '[]', system: null, createdAt: now };
		const rest = { secretSealed: Buffer.from('x'), disabledAt: null, disabledBy: null };
		const ids = [randomUUID(), randomUUID()];
		await store.write(async (trx) => {
			for (const id of ids) await insertWebhook(trx, { id, ...hook, ...rest });
			const failed = { attempts: 10, dueAt: now, failedAt: now, lastOutcome: '503' };
			for (const webhookId of ids)
				for (const seq of [1, 2])
					await trx
						.insertInto('webhookDelivery')
						.values({ id: randomUUID(), webhookId, seq, ...failed })
						.execute();
		});
		const [id = '', other = ''] = ids;
		const later = addSeconds(now, 60);
		expect(await store.write((trx) => replayFailed(trx, id, later))).toBe(2);
		const counts = (of: string) => store.read((tx) => countDeliveries(tx, of));
		expect([await counts(id), await counts(other)]).toEqual([
			{ waiting: 2, failed: 0 },
			{ waiting: 0, failed: 2 },
		]);
		const page = await store.read((tx) => deliveriesOf(tx, { webhookId: id, limit: 9, before: 2, state: 'WAITING' }));
		expect(page).toMatchObject([{ seq: 1, attempts: 0, dueAt: later, failedAt: null, lastOutcome: '503' }]);
	});

	it('has nothing left to do where no task was begun', async () => {
		expect(await store.read(workLeft)).toEqual([]);
	});
});
