import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Block } from './model.ts';

/** SHA-256, in hexadecimal, of a value's canonical JSON (JCS, RFC 8785), whatever the order of its fields. */
export const sha256 = (value: unknown): string =>
	createHash('sha256')
		.update(canonicalize(value) ?? '')
		.digest('hex');

/** Most blocks are normal already, and looking is much quicker than replacing. */
const isNormal = (text: string) => !/[^ -~]| {2}|^ | $/.test(text);

const normalise = (text: string) => (isNormal(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim());

const mark = (block: Block) => {
	if (block.kind === 'heading') return `${'#'.repeat(block.depth)} ${block.markdown} {#${block.id}}`;
	// Depth is written with a mark of its own, since white space does not survive.
	return block.kind === 'item' ? `${'> '.repeat(block.depth)}${block.marker} ${block.markdown}` : block.markdown;
};

/** A text as it is hashed: one line for each block, NFC, white space collapsed, so that re-wrapping a source changes nothing. */
export const normalisedText = (blocks: readonly Block[]): string =>
	blocks.map((block) => normalise(mark(block))).join('\n');
