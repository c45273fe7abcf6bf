import type { StreamKind } from '../../../schema/evidence/streams.ts';
import type { Instant } from '../../../schema/time.ts';
import type { Operation } from '../../api/operations.ts';

export type AuditKind = Uppercase<StreamKind>;

export interface AuditLine {
	cursor: string;
	at: Instant;
	kind: AuditKind;
	type: string;
	about: string[];
	details: string;
	staff: { id: string; name: string | null } | null;
	apiKey: { name: string } | null;
}

export interface AuditPage {
	edges: { node: AuditLine }[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface AuditAsked {
	kinds: AuditKind[] | null;
	staff: string | null;
	after: string | null;
}

export const audit: Operation<AuditAsked, AuditPage> = {
	field: 'auditEvents',
	text: `query Audit($kinds: [AuditKind!], $staff: ID, $after: String) {
		auditEvents(first: 50, after: $after, kinds: $kinds, staff: $staff) {
			edges { node { cursor at kind type about details staff { id name } apiKey { name } } }
			pageInfo { hasNextPage endCursor }
		}
	}`,
};
