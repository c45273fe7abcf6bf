import { createHash } from 'node:crypto';

// Knows nothing of the product, so that it can be wrong in no way that the product is.

export const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
export const hex = (text: string) => Buffer.from(text, 'hex');
const node = (left: Buffer, right: Buffer) => sha(Buffer.of(1), left, right);

/** Whether a proof shows the leaf at an index in a tree (RFC 9162, 2.1.3.2). */
export const includes = (leaf: Buffer, index: number, size: number, proof: Buffer[], root: Buffer) => {
	let [fn, sn, r] = [index, size - 1, leaf];
	for (const p of proof) {
		if (sn === 0) return false;
		if (fn % 2 === 1 || fn === sn) {
			r = node(p, r);
			while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
		} else r = node(r, p);
		[fn, sn] = [fn >> 1, sn >> 1];
	}
	return sn === 0 && r.equals(root);
};

/** Whether a proof shows that a tree goes on from a smaller one (RFC 9162, 2.1.4.2). */
export const goesOn = (from: number, size: number, given: Buffer[], first: Buffer, second: Buffer) => {
	if (from === size) return given.length === 0 && first.equals(second);
	const proof = Number.isInteger(Math.log2(from)) ? [first, ...given] : given;
	let [fn, sn, fr, sr] = [from - 1, size - 1, proof[0], proof[0]];
	while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
	if (!fr || !sr) return false;
	for (const c of proof.slice(1)) {
		if (sn === 0) return false;
		if (fn % 2 === 1 || fn === sn) {
			[fr, sr] = [node(c, fr), node(c, sr)];
			while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
		} else sr = node(sr, c);
		[fn, sn] = [fn >> 1, sn >> 1];
	}
	return sn === 0 && fr.equals(first) && sr.equals(second);
};
