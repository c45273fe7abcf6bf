import type { Store } from './open.ts';
import type { WriteTx } from './transactions.ts';

/** Thrown to end a transaction of which nothing is to stay. */
class Rehearsed<T> extends Error {
	readonly value: T;
	constructor(value: T) {
		super('rehearsed');
		this.value = value;
	}
}

/** What `work` would give; nothing of what it wrote stays. */
export const rehearse = async <T>(store: Pick<Store, 'write'>, work: (trx: WriteTx) => Promise<T>): Promise<T> => {
	try {
		return await store.write<never>(async (trx) => {
			throw new Rehearsed(await work(trx));
		});
	} catch (error) {
		if (error instanceof Rehearsed) return error.value;
		throw error;
	}
};
