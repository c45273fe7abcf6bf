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

/** Most items of one call: a statement over all of them has a limit of values. */
const mostTogether = 64;

interface Batch {
	items: unknown[];
	values: Promise<unknown[]>;
	/** Whether the work was done, so that a failure is that of the commit. */
	isDone: boolean;
}

/**
 * Writes of which many come at once: until the transaction of one begins, others of its kind join it. Where all of them
 * together cannot be done, each is done by itself; where it is the commit that failed, none is, since it may have happened.
 */
export const batchedWrites = (write: Engine['write']): WriteTogether => {
	const open = new Map<Together<never, unknown>, Batch>();

	const start = <Item>(together: Together<Item, unknown>): Batch => {
		const items: Item[] = [];
		const work = async (trx: WriteTx) => {
			if (open.get(together) === batch) open.delete(together);
			batch.isDone = false;
			const values = await together(trx, items);
			batch.isDone = true;
			return values;
		};
		const batch: Batch = { items, values: Promise.resolve([]), isDone: false };
		open.set(together, batch);
		batch.values = write(work);
		return batch;
	};
	const join = <Item>(together: Together<Item, unknown>): Batch => {
		const batch = open.get(together);
		return batch && batch.items.length < mostTogether ? batch : start(together);
	};
	return async <Item, Value>(together: Together<Item, Value>, item: Item) => {
		const batch = join(together);
		const index = batch.items.push(item) - 1;
		try {
			return (await batch.values)[index] as Value; // `together` gives one for each item.
		} catch (error) {
			if (batch.items.length === 1 || batch.isDone) throw error;
			const [value] = await write((trx) => together(trx, [item]));
			return value as Value; // As above.
		}
	};
};
