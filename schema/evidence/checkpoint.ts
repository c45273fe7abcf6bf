import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalBytes } from '../provenance/canonical.ts';
import { hash } from '../source/ledger.ts';
import { instantField } from '../time.ts';
import type { Hash } from './merkle.ts';

/** Where a site says how far its log of events goes. */
export const checkpointPath = '/.well-known/noticekeeper-checkpoint.json';

/** How many events there were, the last hash of their chain, and the root of their tree. */
export const checkpoint = z.strictObject({
	format: z.literal('noticekeeper-checkpoint-1'),
	site: z.string(),
	at: instantField,
	size: z.int().min(0),
	head: hash,
	root: hash,
});
export type Checkpoint = z.output<typeof checkpoint>;

/** What stands before the first event of the chain. */
export const firstHead: Hash = '0'.repeat(64);

/** The hash of an event in the chain: SHA-256 of the hash before it, as 32 bytes, and its own bytes. */
export const chainHash = (previous: Hash, bytes: Uint8Array): Hash =>
	createHash('sha256').update(Buffer.from(previous, 'hex')).update(bytes).digest('hex');

/** An event as the store has it. */
export interface LoggedEvent {
	seq: number;
	streamKind: string;
	streamId: string;
	streamVersion: number;
	type: string;
	at: string;
	/** JSON, as it was written. */
	data: string;
}

/** The bytes of an event that are hashed: its canonical JSON, with its data as the text that was written. */
export const eventBytes = ({ seq, streamKind, streamId, streamVersion, type, at, data }: LoggedEvent): Buffer =>
	canonicalBytes({ seq, streamKind, streamId, streamVersion, type, at, data });
