import { type Checkpoint, chainHash, checkpoint, eventBytes, firstHead } from '../../schema/evidence/checkpoint.ts';
import { emptyFrontier, type Frontier, leafHash, rootOf, withLeaf } from '../../schema/evidence/merkle.ts';
import type { PublicJwk } from '../../schema/provenance/keys.ts';
import { readSignedText } from '../../schema/provenance/signed.ts';
import { countUnsealed, type SealedPlace, sealedAfter, slippedIn } from '../store/event-log.ts';
import type { Store } from '../store/open.ts';
import type { ReadTx } from '../store/transactions.ts';
import { signedCheckpoint } from './event-log.ts';

const page = 2_000;

/** The log as far as it was read. */
interface Walked {
	head: string;
	frontier: Frontier;
}

export interface LogCheck {
	/** How many events are in the chain. */
	sealed: number;
	/** How many were recorded since the last round. */
	waiting: number;
	findings: string[];
}

const checkPlace = ({ head, frontier }: Walked, place: SealedPlace): { walked: Walked; wrong: string | null } => {
	const bytes = place.event ? eventBytes(place.event) : Buffer.of();
	const walked = { head: chainHash(head, bytes), frontier: withLeaf(frontier, leafHash(bytes)) };
	if (place.position !== walked.frontier.size) return { walked, wrong: `place ${walked.frontier.size} is missing` };
	if (!place.event) return { walked, wrong: `the event at place ${place.position} is gone` };
	if (walked.head === place.hash) return { walked, wrong: null };
	return { walked, wrong: `the event at place ${place.position} is not the one that was sealed there` };
};

const checkCheckpoint = (name: string, { size, head, root }: Checkpoint, walked: Walked): string[] => {
	if (walked.frontier.size < size) return [`${name} has ${size} events; the store has ${walked.frontier.size}`];
	return walked.head === head && rootOf(walked.frontier) === root
		? []
		: [`${name} is of other events than the first ${size} of the store`];
};

/** Reads the chain from its beginning; stops at the first place that is wrong, since all after it hang on it. */
const walk = async (tx: ReadTx, checkpoints: ReadonlyMap<string, Checkpoint>) => {
	const findings: string[] = [];
	const open = new Map(checkpoints);
	let walked: Walked = { head: firstHead, frontier: emptyFrontier };
	const settle = (isEnd: boolean) => {
		for (const [name, it] of open) {
			if (!isEnd && it.size !== walked.frontier.size) continue;
			findings.push(...checkCheckpoint(name, it, walked));
			open.delete(name);
		}
	};
	for (;;) {
		const places = await sealedAfter(tx, walked.frontier.size, page);
		for (const place of places) {
			const checked = checkPlace(walked, place);
			if (checked.wrong) return { walked, findings: [checked.wrong] };
			walked = checked.walked;
			settle(false);
		}
		if (places.length < page) break;
	}
	settle(true);
	return { walked, findings };
};

const readCheckpoints = (texts: ReadonlyMap<string, string | null>, keys: readonly PublicJwk[]) => {
	const checkpoints = new Map<string, Checkpoint>();
	const findings: string[] = [];
	for (const [name, text] of texts) {
		const read = text === null ? { wrong: 'is gone' } : readSignedText(checkpoint, text, keys);
		if ('wrong' in read) findings.push(`${name} ${read.wrong}`);
		else checkpoints.set(name, read.value);
	}
	return { checkpoints, findings };
};

/**
 * Whether the events are those that were sealed, in their order, and every one of them: an edit, a deletion, an insertion
 * or a swap is found by the chain, a shortened or rewritten log by a checkpoint that was published (`published`, its text
 * by its name).
 */
export const checkEventLog = (
	store: Store,
	keys: readonly PublicJwk[],
	published: ReadonlyMap<string, string> = new Map(),
): Promise<LogCheck> =>
	store.read(async (tx) => {
		const own = await signedCheckpoint(tx);
		const anySealed = (await sealedAfter(tx, 0, 1)).length > 0;
		const texts = own === null && !anySealed ? published : new Map([["the store's checkpoint", own], ...published]);
		const { checkpoints, findings } = readCheckpoints(texts, keys);
		const walked = await walk(tx, checkpoints);
		const slipped = await slippedIn(tx, 10);
		const size = checkpoints.get("the store's checkpoint")?.size;
		return {
			sealed: walked.walked.frontier.size,
			waiting: await countUnsealed(tx),
			findings: [
				...findings,
				...walked.findings,
				...slipped.map((seq) => `event ${seq} was put in among events that were sealed before it`),
				...(size !== undefined && walked.findings.length === 0 && walked.walked.frontier.size > size
					? [`the chain goes on past the store's checkpoint of ${size} events`]
					: []),
			],
		};
	});
