import type { Engine } from './engine.ts';
import type { WriteTx } from './transactions.ts';

/** What is done with one call for all that waits: one answer for each item, in their order. */
export type Together<Item, Value> = (trx: WriteTx, items: readonly Item[]) => Promise<Value[]>;

export type WriteTogether = <Item, Value>(together: Together<Item, Value>, item: Item) => Promise<Value>;

/** Items in rounds, none of which has two with one key: the second of a key comes in the second round, and so on. */
export const roundsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): Item[][] => {
	const byKey = [...Map.groupBy(items, keyOf).values()];
	const most = Math.max(0, ...byKey.map(({ length }) => length));
	return Array.from({ length: most }, (_, round) => byKey.flatMap((of) => of.slice(round, round + 1)));
};

/** Most items of one call: while half of very many are on their way to the disk, the others are read and answered. */
const mostTogether = 32;

interface Waiting<Item, Value> {
	item: Item;
	resolve: (value: Value) => void;
	reject: (error: unknown) => void;
}

/** Does all with one call. Where it cannot be done, each is done by itself; where it is the commit that failed, none is, since it may have happened. */
const writeAll = async <Item, Value>(
	write: Engine['write'],
	together: Together<Item, Value>,
	items: readonly Item[],
): Promise<PromiseSettledResult<Value>[]> => {
	let isDone = false;
	const work = async (trx: WriteTx, some: readonly Item[]) => {
		isDone = false;
		const values = await together(trx, some);
		isDone = true;
		return values;
	};
	try {
		const values = await write((trx) => work(trx, items));
		return values.map((value) => ({ status: 'fulfilled', value }));
	} catch (reason) {
		if (items.length === 1 || isDone) return items.map(() => ({ status: 'rejected', reason }));
		const alone = items.map((item) => write((trx) => work(trx, [item])));
		return Promise.allSettled(alone.map(async (values) => (await values)[0] as Value)); // One for each.
	}
};

/** Writes of which many come at once: those that come while others of their kind are written wait, and are written together. */
export const batchedWrites = (write: Engine['write']): WriteTogether => {
	const queues = new Map<Together<never, unknown>, Waiting<never, unknown>[]>();

	const run = async <Item>(together: Together<Item, unknown>, queue: Waiting<Item, unknown>[]) => {
		while (queue.length > 0) {
			const some = queue.splice(0, mostTogether);
			const results = await writeAll(
				write,
				together,
				some.map(({ item }) => item),
			);
			for (const [index, { resolve, reject }] of some.entries()) {
				const result = results[index];
				if (result?.status === 'fulfilled') resolve(result.value);
				else reject(result?.reason);
			}
		}
		queues.delete(together);
	};
	return <Item, Value>(together: Together<Item, Value>, item: Item) =>
		new Promise<Value>((resolve, reject) => {
			const waiting = { item, resolve, reject } as Waiting<never, unknown>; // Of the kind that its queue is of.
			const queue = queues.get(together);
			if (queue) return void queue.push(waiting);
			const first = [waiting];
			queues.set(together, first);
			// What comes in the same turn joins the first.
			queueMicrotask(() => void run(together as Together<never, unknown>, first));
		});
};
