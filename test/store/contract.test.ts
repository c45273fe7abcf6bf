import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAdditions } from '../../api/store/additions.ts';
import { insertApiKey, listApiKeys, liveApiKey, revokeApiKey, touchApiKey } from '../../api/store/api-keys.ts';
import { digestOf, noteTold, subscribersOf, toldOf } from '../../api/store/audience.ts';
import {
	appendEvents,
	eventsAfter,
	eventsOfKindAfter,
	lastSeqOfKind,
	readStream,
	takeTurn,
} from '../../api/store/events.ts';
import { countObjections, hasCountedObjection } from '../../api/store/objections.ts';
import type { Store } from '../../api/store/open.ts';
import { insertPersonal } from '../../api/store/personal.ts';
import { countRates, forgetRates, reserveRates } from '../../api/store/rates.ts';
import { receiptByCodeHash, receiptsByEmail } from '../../api/store/receipts.ts';
import { queuePage } from '../../api/store/request-queue.ts';
import { answeredRequestsOf, requestById, updateRequest } from '../../api/store/requests.ts';
import { subscribersById } from '../../api/store/subscribers.ts';
import { insertSubscription, openSubscriptionsByEmail, updateSubscription } from '../../api/store/subscriptions.ts';
import type { RequestRow, SubscriptionRow } from '../../api/store/tables.ts';
import { dueTimers, setTimer } from '../../api/store/timers.ts';
import { endTokens, findToken, insertTokens, newToken, useToken } from '../../api/store/tokens.ts';
import type { ReadTx } from '../../api/store/transactions.ts';
import { receiptCode } from '../../schema/receipt.ts';
import { addSeconds, type Instant, instant, type PlainDate } from '../../schema/time.ts';
import { dialects, newStore } from '../support/stores.ts';

const now = instant('2026-12-01T12:00:00Z');
const later = (seconds: number): Instant => addSeconds(now, seconds);
const code = (byte: number) => receiptCode(new Uint8Array(10).fill(byte));

const requestRow = (id: string, change: Partial<RequestRow> = {}): RequestRow => ({
	id,
	receiptId: 'receipt-1',
	right: 'DELETE',
	requester: 'SELF',
	manner: 'FORM',
	regime: 'california',
	zone: 'America/Los_Angeles',
	population: 'website',
	status: 'AWAITING_CONFIRMATION',
	notice: 'california',
	version: '2026-01-01',
	receivedAt: now,
	receivedOn: '2026-12-01' as PlainDate,
	dueOn: '2027-01-15' as PlainDate,
	dueCite: 'promise',
	hasAddress: 1,
	byPost: 0,
	sinceOn: null,
	itemCount: null,
	confirmBy: later(1000),
	accessLimitCount: null,
	accessLimitMonths: null,
	confirmedAt: null,
	verifiedAt: null,
	consumerAskedUntil: null,
	proofs: '[]',
	treatedAs: null,
	question: null,
	repliedAt: null,
	fee: null,
	extendedOn: null,
	extensionReason: null,
	answeredAt: null,
	outcome: null,
	ground: null,
	groundCite: null,
	denials: '[]',
	contested: '[]',
	reopenedAt: null,
	endedAt: null,
	reason: null,
	nextOn: null,
	streamVersion: 1,
	...change,
});

const addReceipt = async (store: Store, id: string, email: string, kind: 'request' | 'objection', byte: number) =>
	store.write(async (trx) => {
		await insertPersonal(trx, store.vault, { id: `personal-${id}`, data: { email, code: code(byte) }, now });
		await insertAdditions(trx, [
			{
				receipt: [
					{
						id,
						kind,
						codeHash: store.vault.codeHash(code(byte)),
						personalId: `personal-${id}`,
						notice: 'california',
						version: '2026-01-01',
						locale: 'en',
						receivedAt: later(byte),
					},
				],
			},
		]);
	});

describe.each(dialects)('the store on %s', (dialect) => {
	let store: Store;
	beforeAll(async () => {
		store = await newStore(dialect);
	});
	afterAll(() => store.close());

	it('is ready', async () => {
		expect(await store.isReady()).toBe(true);
	});

	it('gives back values as they were, and sorts text by its code points', async () => {
		const texts = ['b', 'A', 'a', 'Ä', '😀', 'á', ' ', '10', '9', 'quote\'s " \\ %'];
		await store.write(async (trx) => {
			for (const text of texts)
				await trx
					.insertInto('setting')
					.values({ name: `text ${text}`, value: text })
					.execute();
			await trx.insertInto('rate').values({ key: 'big', tat: Number.MAX_SAFE_INTEGER }).execute();
		});
		const read = await store.read(async (tx) => ({
			texts: await tx.selectFrom('setting').select('value').where('name', 'like', 'text %').orderBy('value').execute(),
			big: await tx.selectFrom('rate').select('tat').where('key', '=', 'big').execute(),
		}));
		expect(read.texts.map(({ value }) => value)).toEqual([
			' ',
			'10',
			'9',
			'A',
			'a',
			'b',
			'quote\'s " \\ %',
			'Ä',
			'á',
			'😀',
		]);
		expect(read.big).toEqual([{ tat: Number.MAX_SAFE_INTEGER }]);
	});

	it.each([
		['undefined', undefined],
		['a bigint', 1n],
		['a Date', new Date(0)],
		['NaN', Number.NaN],
		['infinity', Number.POSITIVE_INFINITY],
		['an unsafe integer', 2 ** 53],
		['an object', {}],
		['text with NUL', 'a\0b'],
		['half a surrogate pair', '\ud800'],
		['bare bytes', new Uint8Array(1)],
	])('refuses %s as a value', async (_, value) => {
		const refused = store.write((trx) =>
			sql`insert into setting (name, value) values ('refused', ${value})`.execute(trx),
		);
		await expect(refused).rejects.toThrow(TypeError);
	});

	it('answers how many rows a change touched', async () => {
		const changes = await store.write(async (trx) => {
			await trx
				.insertInto('setting')
				.values(['x', 'y', 'z'].map((name) => ({ name: `count ${name}`, value: '1' })))
				.execute();
			const updated = await trx
				.updateTable('setting')
				.set({ value: '2' })
				.where('name', 'like', 'count %')
				.executeTakeFirst();
			const deleted = await trx.deleteFrom('setting').where('name', '=', 'count x').executeTakeFirst();
			return [updated.numUpdatedRows, deleted.numDeletedRows];
		});
		expect(changes).toEqual([3n, 1n]);
	});

	it('undoes all of a write that throws, and nothing of one beside it', async () => {
		const failing = store.write(async (trx) => {
			await trx.insertInto('setting').values({ name: 'lost', value: '1' }).execute();
			await new Promise((done) => setTimeout(done, 30));
			throw new Error('thrown away');
		});
		const kept = Array.from({ length: 20 }, (_, index) =>
			store.write((trx) =>
				trx
					.insertInto('setting')
					.values({ name: `kept ${index}`, value: '1' })
					.execute(),
			),
		);
		await expect(failing).rejects.toThrow('thrown away');
		await Promise.all(kept);
		const names = await store.read((tx) =>
			tx
				.selectFrom('setting')
				.select('name')
				.where((eb) => eb.or([eb('name', 'like', 'kept %'), eb('name', '=', 'lost')]))
				.execute(),
		);
		expect(names).toHaveLength(20);
	});

	it('undoes changes of the schema too', async () => {
		const failing = store.write(async (trx) => {
			await sql`create table passing (id integer)`.execute(trx);
			throw new Error('thrown away');
		});
		await expect(failing).rejects.toThrow('thrown away');
		await expect(store.read((tx) => sql`select * from passing`.execute(tx))).rejects.toThrow();
	});

	it('reads from one moment', async () => {
		await store.write((trx) => trx.insertInto('setting').values({ name: 'moment', value: 'before' }).execute());
		const value = (tx: Parameters<Parameters<Store['read']>[0]>[0]) =>
			tx.selectFrom('setting').select('value').where('name', '=', 'moment').executeTakeFirstOrThrow();
		const seen = await store.read(async (tx) => {
			const first = await value(tx);
			await new Promise<void>((done, fail) => {
				// Outside of the reader's own context, as another request would be.
				setImmediate(() =>
					store
						.write((trx) => trx.updateTable('setting').set({ value: 'after' }).where('name', '=', 'moment').execute())
						.then(() => done(), fail),
				);
			});
			return [first.value, (await value(tx)).value];
		});
		expect(seen).toEqual(['before', 'before']);
		expect((await store.read(value)).value).toBe('after');
	});

	it('does not write where it reads', async () => {
		await expect(
			store.read((tx) => tx.insertInto('setting').values({ name: 'reader', value: '1' }).execute()),
		).rejects.toThrow();
	});

	it('refuses to be asked around the transaction that is open', async () => {
		await expect(store.write(() => store.write(async () => 1))).rejects.toThrow('inside store.write');
		await expect(store.write(() => store.read(async () => 1))).rejects.toThrow('inside store.write');
	});

	it('keeps the events of a stream in order, and refuses to add to one that has gone on', async () => {
		const stream = { kind: 'request', id: 'stream-1' } as const;
		const event = (type: string, more = {}) => ({ type, at: now, ...more });
		expect(await store.write((trx) => appendEvents(trx, stream, 0, [event('a', { n: 1 }), event('b')]))).toBe(2);
		expect(await store.write((trx) => appendEvents(trx, stream, 2, [event('c')]))).toBe(3);
		await expect(store.write((trx) => appendEvents(trx, stream, 1, [event('late')]))).rejects.toMatchObject({
			name: 'StreamConflict',
		});
		expect(await store.read((tx) => readStream(tx, stream))).toEqual([event('a', { n: 1 }), event('b'), event('c')]);
		const rows = await store.read((tx) => eventsAfter(tx, 0, 100));
		expect(rows.map(({ type }) => type)).toEqual(['a', 'b', 'c']);
		expect(rows.every(({ seq }) => Number.isSafeInteger(seq))).toBe(true);
	});

	it('numbers version events in the order of their commits, whoever appends them', async () => {
		const before = await store.read((tx) => lastSeqOfKind(tx, 'version'));
		const add = (id: number) =>
			store.write(async (trx) => {
				await takeTurn(trx);
				await appendEvents(trx, { kind: 'version', id: `notice/${id}` }, 0, [{ type: 'versionAnnounced', at: now }]);
			});
		const seen: number[] = [];
		const look = async () => {
			const rows = await store.read((tx) => eventsOfKindAfter(tx, 'version', seen.at(-1) ?? before, 100));
			seen.push(...rows.map(({ seq }) => seq));
		};
		const adding = Array.from({ length: 12 }, (_, id) => add(id).then(look));
		await Promise.all(adding);
		await look();
		const rows = await store.read((tx) => eventsOfKindAfter(tx, 'version', before, 100));
		expect(rows).toHaveLength(12);
		expect([...new Set(seen)]).toEqual(rows.map(({ seq }) => seq));
		expect(await store.read((tx) => lastSeqOfKind(tx, 'version'))).toBe(rows.at(-1)?.seq);
	});

	it('lets each of many who add to a stream at once add one event', async () => {
		const stream = { kind: 'request', id: 'stream-2' } as const;
		const add = () =>
			store.write(async (trx) => {
				const before = await readStream(trx, stream);
				return appendEvents(trx, stream, before.length, [{ type: 'added', at: now }]);
			});
		const versions = await Promise.all([add(), add(), add(), add()]);
		expect(versions.toSorted()).toEqual([1, 2, 3, 4]);
	});

	it('finds receipts by code and by address, however the address is written', async () => {
		await addReceipt(store, 'receipt-1', 'Ada@Example.com ', 'request', 1);
		await addReceipt(store, 'receipt-2', 'ada@example.com', 'objection', 2);
		const { vault } = store;
		const found = await store.read(async (tx) => ({
			byCode: (await receiptByCodeHash(tx, vault.codeHash(code(1))))?.id,
			byOtherCode: await receiptByCodeHash(tx, vault.codeHash(code(3))),
			byEmail: (await receiptsByEmail(tx, vault.emailIndex('ADA@example.com'))).map(({ id }) => id),
		}));
		expect(found).toEqual({ byCode: 'receipt-1', byOtherCode: undefined, byEmail: ['receipt-1', 'receipt-2'] });
	});

	it('changes a request only from the version that was read, and lists them page by page', async () => {
		await store.write(async (trx) => {
			await insertAdditions(trx, [{ request: [requestRow('request-1')] }]);
			await insertAdditions(trx, [{ request: [requestRow('request-2', { right: 'CORRECT', receivedAt: later(1) })] }]);
			await insertAdditions(trx, [
				{ request: [requestRow('request-3', { right: 'KNOW_SPECIFIC', receivedAt: later(1) })] },
			]);
		});
		const answered = requestRow('request-3', {
			right: 'KNOW_SPECIFIC',
			receivedAt: later(1),
			status: 'ANSWERED',
			verifiedAt: now,
			streamVersion: 4,
		});
		await store.write((trx) => updateRequest(trx, answered, 1));
		await expect(store.write((trx) => updateRequest(trx, answered, 1))).rejects.toMatchObject({
			name: 'StreamConflict',
		});
		const read = await store.read(async (tx) => {
			const first = await queuePage(tx, { limit: 2, order: 'RECEIVED' });
			const last = first.at(-1);
			return {
				same: await requestById(tx, 'request-3'),
				first: first.map(({ id }) => id),
				next: (
					await queuePage(tx, { limit: 2, order: 'RECEIVED', after: last && { at: last.receivedAt, id: last.id } })
				).map(({ id }) => id),
				answered: (await queuePage(tx, { limit: 9, order: 'RECEIVED', status: 'ANSWERED' })).map(({ id }) => id),
				counted: await answeredRequestsOf(tx, store.vault.emailIndex('ada@example.com'), ['KNOW_SPECIFIC', 'DELETE']),
			};
		});
		expect(read).toEqual({
			same: answered,
			first: ['request-1', 'request-2'],
			next: ['request-3'],
			answered: ['request-3'],
			counted: [{ id: 'request-3', receiptId: 'receipt-1', receivedOn: '2026-12-01' }],
		});
	});

	it('counts objections by version, and knows whose are counted', async () => {
		const row = {
			notice: 'california',
			receivedAt: now,
			confirmBy: later(9),
			decidedAt: null,
			decision: null,
			endedAt: null,
			streamVersion: 1,
		} as const;
		await addReceipt(store, 'receipt-4', 'bob@example.com', 'objection', 4);
		await store.write(async (trx) => {
			const counted = { status: 'COUNTED', countedAt: now } as const;
			await insertAdditions(trx, [
				{
					objection: [
						{
							...row,
							id: 'objection-1',
							receiptId: 'receipt-2',
							version: '2027-03-01',
							...counted,
						},
					],
				},
			]);
			await insertAdditions(trx, [
				{
					objection: [
						{
							...row,
							id: 'objection-2',
							receiptId: 'receipt-4',
							version: '2027-03-01',
							...counted,
						},
					],
				},
			]);
		});
		const emailIndex = store.vault.emailIndex('bob@example.com');
		const of = { emailIndex, notice: 'california', version: '2027-03-01' };
		const read = await store.read(async (tx) => ({
			counts: [...(await countObjections(tx, 'california', ['2027-03-01', '2026-01-01']))],
			own: await hasCountedObjection(tx, { ...of, except: 'objection-2' }),
			other: await hasCountedObjection(tx, { ...of, except: 'objection-9' }),
		}));
		expect(read).toEqual({ counts: [['2027-03-01', 2]], own: false, other: true });
	});

	describe('subscribers', () => {
		const row = (id: string, change: Partial<SubscriptionRow> = {}): SubscriptionRow => ({
			id,
			personalId: `personal-${id}`,
			status: 'CONFIRMED',
			locale: 'en',
			leastClass: 'substantive',
			frequency: 'IMMEDIATE',
			requestedAt: now,
			confirmBy: later(9),
			confirmedAt: later(1),
			endedAt: null,
			erasedAt: null,
			streamVersion: 1,
			...change,
		});
		const add = (id: string, email: string, notices: string[], change: Partial<SubscriptionRow> = {}) =>
			store.write(async (trx) => {
				await insertPersonal(trx, store.vault, { id: `personal-${id}`, data: { email }, now });
				await insertSubscription(trx, row(id, change), notices);
			});
		const page = { after: '', limit: 10 };
		const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

		it('of a notice are each address once, by what it confirmed last', async () => {
			await add('ada-1', 'ada@example.net', ['heard', 'other']);
			await add('ada-2', 'Ada@example.net', ['heard'], { confirmedAt: later(5), leastClass: 'material' });
			await add('ada-3', 'ada@example.net', ['heard'], { confirmedAt: later(7), status: 'ENDED' });
			await add('ada-4', 'ada@example.net', ['heard'], { confirmedAt: null, status: 'PENDING' });
			await add('ben-1', 'ben@example.net', ['heard'], { frequency: 'DAILY' });
			await add('ben-2', 'ben@example.net', ['heard'], { frequency: 'WEEKLY' });
			const heard = (at: Instant, from = page) => store.read((tx) => subscribersOf(tx, ['heard'], at, from));
			expect(await heard(later(0))).toEqual({ listeners: [], next: null });
			expect(ids((await heard(later(4))).listeners)).toEqual(['ada-1', 'ben-2']);
			expect((await heard(later(9))).listeners).toEqual([
				{ id: 'ada-2', leastClass: 'material', frequency: 'IMMEDIATE' },
				{ id: 'ben-2', leastClass: 'substantive', frequency: 'WEEKLY' },
			]);
			expect(await heard(later(9), { after: 'ada-1', limit: 1 })).toMatchObject({
				listeners: [{ id: 'ada-2' }],
				next: 'ada-2',
			});
			expect(await heard(later(9), { after: 'ada-2', limit: 1 })).toEqual({ listeners: [], next: 'ben-1' });
			const either = await store.read((tx) => subscribersOf(tx, ['heard', 'other'], later(4), page));
			expect(ids(either.listeners)).toEqual(['ada-1', 'ben-2']);
			const open = (tx: ReadTx) => openSubscriptionsByEmail(tx, store.vault.emailIndex('ada@example.net'));
			expect(ids(await store.read(open)).sort()).toEqual(['ada-1', 'ada-2', 'ada-4']);
			const known = await store.read((tx) => subscribersById(tx, store.vault, ['ada-1', 'nobody']));
			expect([...known]).toMatchObject([
				['ada-1', { notices: ['heard', 'other'], personal: { email: 'ada@example.net' } }],
			]);
		});

		it('are told once, and hear of a withdrawal where they have been told', async () => {
			const told = { notice: 'told', version: '2027-03-01', event: 'versionAnnounced', digestAt: null } as const;
			for (const id of ['told-1', 'told-2', 'told-3', 'told-4']) await add(id, `${id}@example.net`, ['told']);
			const note = (subscriptionId: string, digestAt: Instant | null = null) =>
				store.write((trx) => noteTold(trx, { ...told, subscriptionId, digestAt }));
			expect([await note('told-1'), await note('told-1'), await note('told-2', later(60))]).toEqual([
				true,
				false,
				true,
			]);
			await note('told-3');
			await store.write((trx) => updateSubscription(trx, row('told-3', { status: 'ENDED', streamVersion: 2 }), 1));
			const heard = (at: Instant) => store.read((tx) => toldOf(tx, told, at, page));
			expect(ids((await heard(later(59))).listeners)).toEqual(['told-1']);
			expect(ids((await heard(later(60))).listeners)).toEqual(['told-1', 'told-2']);
			const digest = await store.read((tx) => digestOf(tx, 'told-2', later(60)));
			expect(digest).toEqual([{ ...told, subscriptionId: 'told-2', digestAt: later(60) }]);
		});
	});

	it('lets a token be used once, for its purpose and in its time', async () => {
		const issue = () =>
			store.write(async (trx) => {
				const { token, row } = newToken({ purpose: 'confirm-request', subjectId: 'receipt-1', expiresAt: later(10) });
				await insertTokens(trx, [row]);
				return token;
			});
		const use = (token: string, purpose: 'confirm-request' | 'confirm-objection', at: Instant) =>
			store.write((trx) => useToken(trx, token, purpose, at));
		const [token, old] = [await issue(), await issue()];
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		expect(await use(token, 'confirm-objection', now)).toBe(null);
		expect(await use('nonsense', 'confirm-request', now)).toBe(null);
		expect(await use(old, 'confirm-request', later(10))).toBe(null);
		const uses = await Promise.all(Array.from({ length: 10 }, () => use(token, 'confirm-request', now)));
		expect(uses.filter((subject) => subject === 'receipt-1')).toHaveLength(1);
		expect(uses.filter((subject) => subject === null)).toHaveLength(9);
		expect(await store.read((tx) => findToken(tx, token, 'confirm-request'))).toMatchObject({ usedAt: now });
		const rows = await store.read((tx) => tx.selectFrom('token').selectAll().execute());
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	it('ends every unused token about somebody that was issued for one purpose', async () => {
		const issue = (subjectId: string) =>
			store.write(async (trx) => {
				const { token, row } = newToken({ purpose: 'answer-about-agent', subjectId, expiresAt: later(10) });
				await insertTokens(trx, [row]);
				return token;
			});
		const [one, other] = [await issue('request-1'), await issue('request-2')];
		await store.write((trx) => endTokens(trx, 'answer-about-agent', 'request-1', now));
		const use = (token: string) => store.write((trx) => useToken(trx, token, 'answer-about-agent', now));
		expect([await use(one), await use(other)]).toEqual([null, 'request-2']);
	});

	it('limits a rate to so many at once and so many in a time, whoever asks at the same moment', async () => {
		const limit = { count: 3, perSeconds: 30 };
		const count = (at: Instant, key = 'rate-1') =>
			store.write(async (trx) => (await countRates(trx, limit, [{ key, now: at }]))[0]);
		const first = await Promise.all([count(now), count(now), count(now), count(now), count(now)]);
		expect(first.filter((within) => within)).toHaveLength(3);
		expect([await count(later(9)), await count(later(10)), await count(later(10))]).toEqual([false, true, false]);
		await store.write((trx) => forgetRates(trx, later(1000)));
		expect(await count(later(10))).toBe(true);
	});

	it('counts many uses at once as one after another, also of one key', async () => {
		const limit = { count: 2, perSeconds: 20 };
		const uses = ['many-a', 'many-b', 'many-a', 'many-a', 'many-b'].map((key) => ({ key, now }));
		expect(await store.write((trx) => countRates(trx, limit, uses))).toEqual([true, true, true, false, true]);
		const reserve = (keys: string[]) =>
			store.write((trx) =>
				reserveRates(
					trx,
					limit,
					25,
					keys.map((key) => ({ key: `turn-${key}`, now })),
				),
			);
		expect(await reserve(['a', 'b', 'a', 'a', 'a'])).toEqual([0, 0, 0, 10, 20]);
		expect(await reserve(['a', 'b', 'a'])).toEqual([25, 0, 25]);
		expect(await store.write((trx) => countRates(trx, limit, []))).toEqual([]);
	});

	it('rings each timer once it is due, the earliest first', async () => {
		await store.write(async (trx) => {
			await setTimer(trx, 'lapse', 'b', later(20));
			await setTimer(trx, 'lapse', 'a', later(90));
			await setTimer(trx, 'lapse', 'a', later(10));
			await setTimer(trx, 'lapse', 'c', later(5));
			await setTimer(trx, 'lapse', 'c', null);
		});
		const due = (at: Instant) =>
			store.write(async (trx) => (await dueTimers(trx, at, 10)).map(({ streamId }) => streamId));
		expect([await due(later(9)), await due(later(10)), await due(later(20))]).toEqual([[], ['a'], ['a', 'b']]);
	});

	it('knows a live API key from an expired or revoked one', async () => {
		const key = { name: 'Desk', scopes: ['requests:read'], createdAt: now, expiresAt: later(100) };
		await store.write(async (trx) => {
			await insertApiKey(trx, { ...key, id: 'key-1', prefix: 'nk_1', hash: 'hash-1' });
			await insertApiKey(trx, { ...key, id: 'key-2', prefix: 'nk_2', hash: 'hash-2' });
			await touchApiKey(trx, 'key-1', later(1));
		});
		expect(await store.write((trx) => revokeApiKey(trx, 'nk_2', later(2)))).toBe('key-2');
		expect(await store.write((trx) => revokeApiKey(trx, 'nk_2', later(2)))).toBeNull();
		const live = (hash: string, at: Instant) => store.read((tx) => liveApiKey(tx, hash, at));
		expect(await live('hash-1', now)).toMatchObject({ id: 'key-1', scopes: ['requests:read'], lastUsedAt: later(1) });
		expect([await live('hash-1', later(100)), await live('hash-2', now)]).toEqual([null, null]);
		const keys = await store.read(listApiKeys);
		expect(keys.map(({ prefix, revokedAt }) => [prefix, revokedAt])).toEqual([
			['nk_1', null],
			['nk_2', later(2)],
		]);
	});
});
