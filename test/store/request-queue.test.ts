import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/store/open.ts';
import { queuePage } from '../../api/store/request-queue.ts';
import { requestById } from '../../api/store/requests.ts';
import { insertTask, tasksOfRequest } from '../../api/store/system-tasks.ts';
import type { RequestRow } from '../../api/store/tables.ts';
import { questions, requestStatuses } from '../../schema/request/vocabulary.ts';
import { waitingFor, waitingParties } from '../../schema/request/waiting.ts';
import { isLeft } from '../../schema/system/task-lifecycle.ts';
import type { PlainDate } from '../../schema/time.ts';
import { addRequests } from '../support/letters.ts';
import { demoInstant } from '../support/places.ts';
import { dialects, newStore } from '../support/stores.ts';

const isEnded = (status: string) => status !== 'AWAITING_CONFIRMATION' && status !== 'IN_PROGRESS';

/** Every combination of what it depends on whose turn it is. */
const changes: Partial<RequestRow>[] = requestStatuses.flatMap((status) =>
	[null, ...questions].flatMap((question) =>
		[null, demoInstant].flatMap((verifiedAt) =>
			[null, demoInstant].flatMap((repliedAt) =>
				[null, demoInstant].map((consumerAskedUntil) => ({
					status,
					endedAt: isEnded(status) ? demoInstant : null,
					question,
					verifiedAt,
					repliedAt,
					consumerAskedUntil,
				})),
			),
		),
	),
);

describe.each(dialects)('the queue on %s', (dialect) => {
	let store: Store;
	const ids: string[] = [];
	beforeAll(async () => {
		store = await newStore(dialect);
		for (const change of changes) ids.push(...(await addRequests(store, ['DELETE'], { change })).requestIds);
		const task = (requestId: string, status: 'OPEN' | 'DONE') => ({
			...({ id: randomUUID(), requestId, right: 'DELETE', system: 'shop', kind: 'ERASE', status } as const),
			...{ openedOn: '2026-12-01' as PlainDate, daysBefore: 7, dueOn: '2026-12-20' as PlainDate, streamVersion: 1 },
			...{ doneOn: null, toldOn: null, manner: null, note: null, failure: null },
		});
		await store.write(async (trx) => {
			for (const [index, id] of ids.entries())
				if (index % 3) await insertTask(trx, task(id, index % 3 === 1 ? 'OPEN' : 'DONE'));
		});
	});
	afterAll(() => store.close());

	it('finds by whose turn it is exactly those that the vocabulary says', async () => {
		const said = new Map<string, string | null>();
		await store.read(async (tx) => {
			for (const id of ids) {
				const row = await requestById(tx, id);
				const left = (await tasksOfRequest(tx, id)).filter(({ status }) => isLeft(status)).length;
				said.set(id, row ? waitingFor(row, left) : null);
			}
		});
		for (const party of waitingParties) {
			const found = await store.read((tx) => queuePage(tx, { limit: 1_000, order: 'DUE', waitingFor: party }));
			const meant = ids.filter((id) => said.get(id) === party);
			expect(meant.length).toBeGreaterThan(3);
			expect(found.map(({ id }) => id).sort()).toEqual(meant.sort());
		}
	});

	it('goes on after any line where many have the same date', async () => {
		const all = await store.read((tx) => queuePage(tx, { limit: 1_000, order: 'DUE' }));
		expect(all).toHaveLength(ids.length);
		for (const at of [0, 17, ids.length - 2]) {
			const last = all[at];
			if (!last) throw new Error('a line');
			const next = await store.read((tx) =>
				queuePage(tx, { limit: 5, order: 'DUE', after: { at: last.dueOn, id: last.id } }),
			);
			expect(next).toEqual(all.slice(at + 1, at + 6));
		}
	});
});
