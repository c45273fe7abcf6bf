import type { StreamKind } from '../../schema/evidence/streams.ts';
import type { Instant } from '../../schema/time.ts';
import { type AuditPage, auditPage, type Submitted, submittedWith } from '../store/audit.ts';
import type { EventRow } from '../store/tables.ts';
import type { By, Desk } from './actor.ts';

/** A thing of a kind that something happened to. */
export interface About {
	kind: StreamKind;
	id: string;
}

/** One event of the log, as an auditor reads it; it names people by ids alone. */
export interface AuditEvent {
	seq: number;
	at: Instant;
	kind: StreamKind;
	type: string;
	by: By;
	/** What it happened to; of a personal record, what was submitted with it. */
	about: About[];
	/** JSON of what else it says. */
	details: string;
}

const aboutOf = ({ streamKind: kind, streamId: id }: EventRow, submitted: readonly Submitted[]): About[] => {
	const with_ = kind === 'access' ? submitted.filter(({ personalId }) => personalId === id) : [];
	return with_.length > 0 ? with_.map(({ kind, id }) => ({ kind, id })) : [{ kind, id }];
};

const auditEventOf = (row: EventRow, submitted: readonly Submitted[]): AuditEvent => {
	const { seq, at, streamKind: kind, streamId, type } = row;
	// `appendEvents` wrote it from an event, which is an object.
	const { keyId = null, staffId = null, ...details } = JSON.parse(row.data) as Partial<By>;
	const signedIn = type === 'staffSignedIn' ? streamId : null;
	return {
		seq,
		at,
		kind,
		type,
		by: { keyId, staffId: staffId ?? signedIn },
		about: aboutOf(row, submitted),
		details: JSON.stringify(details),
	};
};

/** A page of the log of events, the newest first. */
export const auditEvents = ({ store }: Desk, page: AuditPage): Promise<AuditEvent[]> =>
	store.read(async (tx) => {
		const rows = await auditPage(tx, page);
		const read = rows.filter(({ streamKind }) => streamKind === 'access').map(({ streamId }) => streamId);
		const submitted = await submittedWith(tx, read);
		return rows.map((row) => auditEventOf(row, submitted));
	});
