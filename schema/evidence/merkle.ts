import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export type Hash = string;

const sha256 = (...parts: (Uint8Array | Hash)[]): Hash => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(typeof part === 'string' ? Buffer.from(part, 'hex') : part);
	return hash.digest('hex');
};

const [leafMark, nodeMark] = [Buffer.of(0), Buffer.of(1)];

/** The hash of a leaf (RFC 9162, 2.1.1). */
export const leafHash = (bytes: Uint8Array): Hash => sha256(leafMark, bytes);

const nodeHash = (left: Hash, right: Hash): Hash => sha256(nodeMark, left, right);

/** The hash of a tree without leaves. */
export const emptyRoot: Hash = sha256();

/** The roots of the full trees that a tree is made of, the largest first: all that is needed to add leaves to it. */
export interface Frontier {
	size: number;
	roots: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** The tree with one more leaf. */
export const withLeaf = ({ size, roots }: Frontier, leaf: Hash): Frontier => {
	const grown = [...roots, leaf];
	// As many full trees of the same height meet as the size has ones at its end.
	for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
		const [left = '', right = ''] = grown.splice(-2);
		grown.push(nodeHash(left, right));
	}
	return { size: size + 1, roots: grown };
};

/** The root of a tree (RFC 9162, 2.1.1). */
export const rootOf = ({ roots }: Frontier): Hash =>
	roots.length === 0 ? emptyRoot : roots.reduceRight((right, left) => nodeHash(left, right));

const rootOfLeaves = (leaves: readonly Hash[]): Hash => rootOf(leaves.reduce(withLeaf, emptyFrontier));

/** The largest power of two below a number above one. */
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);

/** What proves that the leaf at an index, counted from 0, is in the tree of the leaves (RFC 9162, 2.1.3.1). */
export const inclusionProof = (leaves: readonly Hash[], index: number): Hash[] => {
	if (leaves.length <= 1) return [];
	const half = split(leaves.length);
	const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
	return index < half
		? [...inclusionProof(left, index), rootOfLeaves(right)]
		: [...inclusionProof(right, index - half), rootOfLeaves(left)];
};

/** What proves that the tree of the leaves goes on from the one of its first `size`, at least 1 (RFC 9162, 2.1.4.1). */
export const consistencyProof = (leaves: readonly Hash[], size: number, isWhole = true): Hash[] => {
	if (size === leaves.length) return isWhole ? [] : [rootOfLeaves(leaves)];
	const half = split(leaves.length);
	const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
	return size <= half
		? [...consistencyProof(left, size, isWhole), rootOfLeaves(right)]
		: [...consistencyProof(right, size - half, false), rootOfLeaves(left)];
};
