import type { Dealings } from '../../schema/provenance/evidence.ts';
import { type RecordedEvent, readStream } from '../store/events.ts';
import { lettersAbout } from '../store/evidence.ts';
import { objectionByReceipt } from '../store/objections.ts';
import { requestsByReceipt } from '../store/requests.ts';
import type { OutboxRow, ReceiptRow } from '../store/tables.ts';
import type { ReadTx } from '../store/transactions.ts';

/** An event without its data. */
export const bare = ({ type, at }: RecordedEvent) => ({ type, at });

const letterOf = ({ kind, createdAt, sentAt, failedAt, droppedAt }: OutboxRow) => ({
	kind,
	queuedAt: createdAt,
	sentAt,
	failedAt,
	droppedAt,
});

const requestDealings = async (tx: ReadTx, receipt: ReceiptRow): Promise<Dealings> => {
	const rows = await requestsByReceipt(tx, receipt.id);
	const streams: Dealings['streams'] = [];
	for (const { id, right, status } of rows) {
		const events = await readStream(tx, { kind: 'request', id });
		streams.push({ right, status, events: events.map(bare) });
	}
	const letters = await lettersAbout(tx, 'receipt', [receipt.id]);
	return { kind: 'request', receivedAt: receipt.receivedAt, streams, letters: letters.map(letterOf) };
};

const objectionDealings = async (tx: ReadTx, receipt: ReceiptRow): Promise<Dealings> => {
	const row = await objectionByReceipt(tx, receipt.id);
	const events = row ? await readStream(tx, { kind: 'objection', id: row.id }) : [];
	const letters = row ? await lettersAbout(tx, 'objection', [row.id]) : [];
	return {
		kind: 'objection',
		receivedAt: receipt.receivedAt,
		streams: row ? [{ right: null, status: row.status, events: events.map(bare) }] : [],
		letters: letters.map(letterOf),
	};
};

/** What one person asked or objected to, and was sent: kinds and times, nothing personal. */
export const dealingsOf = (tx: ReadTx, receipt: ReceiptRow): Promise<Dealings> =>
	receipt.kind === 'request' ? requestDealings(tx, receipt) : objectionDealings(tx, receipt);
