import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { RequestStatusName, RightName } from '../../api/answers.ts';
import type { Operation } from '../../api/operations.ts';

/** One line of the queue. */
export interface QueueLine {
	id: string;
	right: RightName;
	status: RequestStatusName;
	receivedAt: Instant;
	receivedOn: PlainDate;
	dueOn: PlainDate;
}

export interface QueuePage {
	edges: { node: QueueLine }[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export const queue: Operation<{ first: number; after: string | null; status: RequestStatusName | null }, QueuePage> = {
	field: 'rightsRequests',
	text: `query Queue($first: Int, $after: String, $status: RequestStatus) {
		rightsRequests(first: $first, after: $after, status: $status) {
			edges { node { id right status receivedAt receivedOn dueOn } }
			pageInfo { hasNextPage endCursor }
		}
	}`,
};
