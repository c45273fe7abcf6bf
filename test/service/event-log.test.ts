import { createPublicKey, randomUUID, verify } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sealEvents, signedCheckpoint } from '../../api/service/event-log.ts';
import { checkEventLog } from '../../api/service/event-log-check.ts';
import { proveConsistency, proveInclusion } from '../../api/service/event-proofs.ts';
import { appendEvents } from '../../api/store/events.ts';
import type { Store } from '../../api/store/open.ts';
import { canonicalBytes } from '../../schema/provenance/canonical.ts';
import { instant } from '../../schema/time.ts';
import { publicUrl as site } from '../support/places.ts';
import { keysFrom, testSeed } from '../support/published.ts';
import { goesOn, hex, includes, sha } from '../support/rfc9162.ts';
import { dialects, newStore } from '../support/stores.ts';

const { key, published } = keysFrom(testSeed);
const at = instant('2026-11-24T10:00:00.000Z');

const record = (store: Store, count: number) =>
	store.write(async (trx) => {
		for (let n = 0; n < count; n += 1) {
			await appendEvents(trx, { kind: 'request', id: randomUUID() }, 0, [{ type: 'requestConfirmed', at }]);
		}
	});

const seal = (store: Store) => sealEvents({ store, now: at, site, key });

const checkpointOf = async (store: Store): Promise<string> => {
	const text = await store.read(signedCheckpoint);
	if (text === null) throw new Error('no checkpoint');
	return text;
};

const check = (store: Store, text?: string) =>
	checkEventLog(store, published.keys, new Map(text === undefined ? [] : [['the copy', text]]));

const sealedStore = async (dialect: (typeof dialects)[number], count: number) => {
	const store = await newStore(dialect);
	await record(store, count);
	await seal(store);
	return store;
};

const isSigned = (text: string) => {
	const { signature, ...said } = JSON.parse(text);
	const { crv, kty, x } = key.publicJwk;
	const publicKey = createPublicKey({ key: { crv, kty, x }, format: 'jwk' });
	return verify(null, canonicalBytes(said), publicKey, hex(signature.signature));
};

const leafAt = async (store: Store, position: number) => {
	const { seq, ...event } = await store.read((tx) =>
		tx
			.selectFrom('event')
			.innerJoin('sealedEvent', 'sealedEvent.seq', 'event.seq')
			.selectAll('event')
			.where('position', '=', position)
			.executeTakeFirstOrThrow(),
	);
	return sha(Buffer.of(0), canonicalBytes({ seq, ...event }));
};

describe.each(dialects)('the log of events on %s', (dialect) => {
	it('seals every event once, also where many are recorded side by side', async () => {
		const store = await newStore(dialect);
		const work = Array.from({ length: 20 }, (_, n) => (n % 4 === 3 ? seal(store) : record(store, 5)));
		await Promise.all(work);
		await seal(store);
		expect(await check(store)).toEqual({ sealed: 75, waiting: 0, findings: [] });
		await store.close();
	});

	it('is whole before its first event, and while some wait to be sealed', async () => {
		const store = await newStore(dialect);
		expect(await check(store)).toEqual({ sealed: 0, waiting: 0, findings: [] });
		await record(store, 2);
		expect(await check(store)).toEqual({ sealed: 0, waiting: 2, findings: [] });
		await store.close();
	});

	it('proves to a stranger that an event is in it and that it only grew', async () => {
		const store = await sealedStore(dialect, 5);
		const before = await checkpointOf(store);
		await record(store, 8);
		await seal(store);
		const after = await checkpointOf(store);
		expect([before, after].map(isSigned)).toEqual([true, true]);
		const [old, grown] = [JSON.parse(before), JSON.parse(after)];
		const consistency = (await proveConsistency(store, old.size, grown.size))?.map(hex) ?? [];
		expect(goesOn(old.size, grown.size, consistency, hex(old.root), hex(grown.root))).toBe(true);
		for (let position = 1; position <= grown.size; position += 1) {
			const proof = (await proveInclusion(store, position, grown.size))?.map(hex) ?? [];
			const leaf = await leafAt(store, position);
			expect(includes(leaf, position - 1, grown.size, proof, hex(grown.root))).toBe(true);
			expect(includes(leaf, position % grown.size, grown.size, proof, hex(grown.root))).toBe(false);
		}
		expect(await proveInclusion(store, 14, 13)).toBe(null);
		expect(await proveConsistency(store, 5, 14)).toBe(null);
		await store.close();
	});
});

it('proves growth from every size to every other', async () => {
	const store = await newStore('node:sqlite');
	const roots: Buffer[] = [];
	for (let size = 1; size <= 17; size += 1) {
		await record(store, 1);
		await seal(store);
		roots.push(hex(JSON.parse(await checkpointOf(store)).root));
	}
	for (const [from, first] of roots.entries()) {
		for (const [to, second] of roots.entries()) {
			if (to < from) continue;
			const proof = (await proveConsistency(store, from + 1, to + 1))?.map(hex) ?? [];
			expect(goesOn(from + 1, to + 1, proof, first, second)).toBe(true);
		}
	}
	await store.close();
});

const size = 12;
const place = fc.integer({ min: 1, max: size });
const column = fc.constantFrom('stream_id', 'type', 'at', 'data');

/** What somebody with the database and the signing key may do to the log. */
const tampering = fc.oneof(
	fc.record({ kind: fc.constant('edit' as const), place, column, by: fc.integer({ min: 1 }) }),
	fc.record({ kind: fc.constant('delete' as const), place }),
	fc.record({ kind: fc.constant('delete with place' as const), place }),
	fc.record({ kind: fc.constant('insert' as const), place }),
	fc.record({ kind: fc.constant('swap' as const), place, with: place }).filter((it) => it.place !== it.with),
	fc.record({ kind: fc.constant('truncate' as const), place }),
	fc.record({ kind: fc.constant('rewrite' as const), place, column }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

/** An event at an even number, so that there is room to put another in between. */
const putEvent = (store: Store, n: number) =>
	store.write((trx) =>
		sql`insert into event (seq, stream_kind, stream_id, stream_version, type, at, data)
			values (${n * 2}, 'request', ${`s${n}`}, 1, ${`t${n}`}, ${`a${n}`}, ${`{"n":${n}}`})`.execute(trx),
	);

const forget = async (store: Store) =>
	store.write(async (trx) => {
		await sql`delete from sealed_event`.execute(trx);
		await sql`delete from setting where name like 'checkpoint%'`.execute(trx);
	});

const tamper = async (store: Store, it: Tampering, older: readonly string[]): Promise<void> => {
	await store.write(async (trx) => {
		const seq = it.place * 2;
		switch (it.kind) {
			case 'edit':
			case 'rewrite': {
				const name = sql.ref(it.column);
				await sql`update event set ${name} = ${name} || 'x' where seq = ${seq}`.execute(trx);
				break;
			}
			case 'delete':
				await sql`delete from event where seq = ${seq}`.execute(trx);
				break;
			case 'delete with place':
				await sql`delete from event where seq = ${seq}`.execute(trx);
				await sql`delete from sealed_event where seq = ${seq}`.execute(trx);
				break;
			case 'insert':
				await sql`insert into event (seq, stream_kind, stream_id, stream_version, type, at, data)
					values (${seq - 1}, 'request', 'new', 1, 't', 'a', '{}')`.execute(trx);
				break;
			case 'swap':
				await sql`update event set seq = -1 where seq = ${seq}`.execute(trx);
				await sql`update event set seq = ${seq} where seq = ${it.with * 2}`.execute(trx);
				await sql`update event set seq = ${it.with * 2} where seq = -1`.execute(trx);
				break;
			case 'truncate':
				await sql`delete from event where seq >= ${seq}`.execute(trx);
				await sql`delete from sealed_event where seq >= ${seq}`.execute(trx);
				await sql`update setting set value = ${older[it.place - 1]} where name = 'checkpoint'`.execute(trx);
				break;
		}
	});
	if (it.kind === 'rewrite') {
		await forget(store);
		await seal(store);
	}
};

it('finds every edit, deletion, insertion, swap, cut and rewriting out of 1,000', { timeout: 3_600_000 }, async () => {
	const store = await newStore('node:sqlite');
	const older: string[] = [];
	const clean = async () => {
		await store.write((trx) => sql`delete from event`.execute(trx));
		await forget(store);
		for (let n = 1; n <= size; n += 1) await putEvent(store, n);
		await seal(store);
	};
	for (let n = 1; n <= size; n += 1) {
		await putEvent(store, n);
		await seal(store);
		older.push(await checkpointOf(store));
	}
	const copy = await checkpointOf(store);
	expect(await check(store, copy)).toEqual({ sealed: size, waiting: 0, findings: [] });
	await fc.assert(
		fc
			.asyncProperty(tampering, async (it) => {
				await tamper(store, it, ['', ...older]);
				expect((await check(store, copy)).findings).not.toEqual([]);
			})
			.afterEach(clean),
		{ numRuns: process.env.DEEP ? 20_000 : 1_000 },
	);
	expect(await check(store, copy)).toEqual({ sealed: size, waiting: 0, findings: [] });
	await store.close();
});

it('does not take a checkpoint of which a byte is another', async () => {
	const store = await sealedStore('node:sqlite', 3);
	const text = await checkpointOf(store);
	for (const [index] of [...text].entries()) {
		const changed = `${text.slice(0, index)}${text[index] === '1' ? '2' : '1'}${text.slice(index + 1)}`;
		expect((await check(store, changed)).findings).not.toEqual([]);
	}
	await store.close();
});

it('goes no further once the end of the chain was cut off', async () => {
	const store = await sealedStore('node:sqlite', 3);
	await store.write((trx) => sql`delete from sealed_event where position = 3`.execute(trx));
	await expect(seal(store)).rejects.toThrow('does not end where its checkpoint says');
	await store.close();
});
