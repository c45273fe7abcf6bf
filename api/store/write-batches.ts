import type { Engine } from './engine.ts';
import type { WriteTx } from './transactions.ts';

/** What is done with one call for all that waits: one answer for each item, in their order. */
export type Together<Item, Value> = (trx: WriteTx, items: readonly Item[]) => Promise<Value[]>;

export type WriteTogether = <Item, Value>(together: Together<Item, Value>, item: Item) => Promise<Value>;

/** Most items of one call: a statement over all of them has a limit of values. */
const mostTogether = 64;

interface Batch {
	items: unknown[];
	values: Promise<unknown[]>;
}

/**
 * Writes of which many come at once: until the transaction of one begins, others of its kind join it. Where all of them
 * together cannot be done, each is done by itself.
 */
export const batchedWrites = (write: Engine['write']): WriteTogether => {
	const open = new Map<Together<never, unknown>, Batch>();

	const start = <Item>(together: Together<Item, unknown>): Batch => {
		const items: Item[] = [];
		const values = write((trx) => {
			if (open.get(together)?.items === items) open.delete(together);
			return together(trx, items);
		});
		const batch = { items, values };
		open.set(together, batch);
		return batch;
	};
	const join = <Item>(together: Together<Item, unknown>): Batch => {
		const batch = open.get(together);
		return batch && batch.items.length < mostTogether ? batch : start(together);
	};
	return async <Item, Value>(together: Together<Item, Value>, item: Item) => {
		const { items, values } = join(together);
		const index = items.push(item) - 1;
		try {
			return (await values)[index] as Value; // `together` gives one for each item.
		} catch (error) {
			if (items.length === 1) throw error;
			const [value] = await write((trx) => together(trx, [item]));
			return value as Value; // As above.
		}
	};
};
