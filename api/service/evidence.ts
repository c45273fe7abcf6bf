import type { EvidenceStatement } from '../../schema/provenance/evidence.ts';
import type { ReceiptCode } from '../../schema/receipt.ts';
import type { Instant } from '../../schema/time.ts';
import { appendEvents, type RecordedEvent, readStream } from '../store/events.ts';
import { countObjections } from '../store/objections.ts';
import { receiptByCodeHash } from '../store/receipts.ts';
import type { ReceiptRow } from '../store/tables.ts';
import type { WriteTx } from '../store/transactions.ts';
import { knownNotice, knownVersion } from './content.ts';
import { dealingsOf } from './dealings.ts';
import type { Environment } from './environment.ts';
import { datesOf, editionsOf, eventsOf, toldOf } from './evidence-parts.ts';

export interface EvidenceAsked {
	notice: string;
	version: string;
	/** Of the person whose dealings are to be told; null where none are. */
	code: ReceiptCode | null;
}

/** Somebody took evidence of a version. */
interface EvidenceTaken extends RecordedEvent {
	type: 'evidenceTaken';
	receiptId: string | null;
}

type Collected<T> = { ok: true; value: T } | { ok: false; why: string };

const receiptAsked = async (
	trx: WriteTx,
	{ store }: Pick<Environment, 'store'>,
	{ notice, version, code }: EvidenceAsked,
): Promise<Collected<ReceiptRow | null>> => {
	if (code === null) return { ok: true, value: null };
	const receipt = await receiptByCodeHash(trx, store.vault.codeHash(code));
	if (!receipt) return { ok: false, why: 'There is no receipt with that code.' };
	if (receipt.notice === notice && receipt.version === version) return { ok: true, value: receipt };
	return { ok: false, why: `That receipt was given under ${receipt.notice} ${receipt.version}. Name that version.` };
};

const record = async (trx: WriteTx, { notice, version }: EvidenceAsked, receiptId: string | null, at: Instant) => {
	const stream = { kind: 'access', id: `${notice}/${version}` } as const;
	const event: EvidenceTaken = { type: 'evidenceTaken', at, receiptId };
	await appendEvents(trx, stream, (await readStream(trx, stream)).length, [event]);
};

/**
 * What a version said, who was told of it and, with a receipt code, what one person asked and was sent under it: kinds and
 * times, nothing personal. That it was taken is recorded. Or why it cannot be had.
 */
export const takeEvidence = async (
	{ store, library, now, site }: Pick<Environment, 'store' | 'library' | 'now'> & { site: string },
	asked: EvidenceAsked,
): Promise<Collected<EvidenceStatement>> => {
	const notice = knownNotice({ library, now }, asked.notice);
	const version = notice && knownVersion(notice, asked.version, now);
	if (!notice || !version) return { ok: false, why: `There is no version ${asked.version} of '${asked.notice}'.` };
	const editions = await editionsOf(notice, version);
	return store.write(async (trx) => {
		const receipt = await receiptAsked(trx, { store }, asked);
		if (!receipt.ok) return receipt;
		const of = { notice: notice.slug, version: version.id };
		const events = await eventsOf(trx, of);
		await record(trx, asked, receipt.value?.id ?? null, now);
		const counted = await countObjections(trx, notice.slug, [version.id]);
		return {
			ok: true,
			value: {
				site,
				madeAt: now,
				...of,
				dates: datesOf(notice, version, now),
				editions,
				ledger: library.ledger,
				events,
				told: await toldOf(trx, of),
				objectionsCounted: counted.get(version.id) ?? 0,
				dealings: receipt.value ? await dealingsOf(trx, receipt.value) : null,
			},
		};
	});
};
