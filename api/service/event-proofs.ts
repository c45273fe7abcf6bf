import { eventBytes } from '../../schema/evidence/checkpoint.ts';
import { consistencyProof, type Hash, inclusionProof, leafHash } from '../../schema/evidence/merkle.ts';
import { sealedAfter } from '../store/event-log.ts';
import type { Store } from '../store/open.ts';

const page = 2_000;

/** The leaves of the tree of the first `size` events; null where there are not as many. */
const leavesOf = (store: Store, size: number): Promise<Hash[] | null> =>
	store.read(async (tx) => {
		const leaves: Hash[] = [];
		while (leaves.length < size) {
			const places = await sealedAfter(tx, leaves.length, Math.min(page, size - leaves.length));
			if (places.length === 0) return null;
			for (const { event } of places) leaves.push(leafHash(event ? eventBytes(event) : Buffer.of()));
		}
		return leaves;
	});

/** What proves that the event at a place, counted from 1, is among the first `size`; null where it is not. */
export const proveInclusion = async (store: Store, position: number, size: number): Promise<Hash[] | null> => {
	if (position < 1 || position > size) return null;
	const leaves = await leavesOf(store, size);
	return leaves && inclusionProof(leaves, position - 1);
};

/** What proves that the first `size` events go on from the first `from`; null where there are not as many. */
export const proveConsistency = async (store: Store, from: number, size: number): Promise<Hash[] | null> => {
	if (from < 1 || from > size) return null;
	const leaves = await leavesOf(store, size);
	return leaves && consistencyProof(leaves, from);
};
