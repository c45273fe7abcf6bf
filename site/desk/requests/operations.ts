import type { WaitingParty } from '../../../schema/request/waiting.ts';
import type { PlainDate } from '../../../schema/time.ts';
import type { RequestStatusName, RightName } from '../../api/answers.ts';
import type { Operation } from '../../api/operations.ts';
import type { View } from './view.ts';

/** One line of the queue. */
export interface QueueLine {
	id: string;
	right: RightName;
	status: RequestStatusName;
	receivedOn: PlainDate;
	dueOn: PlainDate;
	daysLeft: number | null;
	daysGiven: number;
	waitingFor: WaitingParty | null;
	regime: string;
	revision: number;
	availableActions: string[];
	/** Only where it was asked for. */
	sent?: { name: string | null; email: string | null } | null;
}

export interface QueuePage {
	edges: { node: QueueLine }[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const line = 'id right status receivedOn dueOn daysLeft daysGiven waitingFor regime revision availableActions';

export type QueueAsked = View & { first: number; after: string | null };

export const queue: Operation<QueueAsked, QueuePage> = {
	field: 'rightsRequests',
	text: `query Queue($first: Int, $after: String, $open: Boolean, $status: RequestStatus, $right: Right, $due: DueWithin,
		$waitingFor: WaitingParty, $notice: String, $regime: String, $manner: IntakeManner, $receivedFrom: Date,
		$orderBy: RequestOrder) {
		rightsRequests(first: $first, after: $after, open: $open, status: $status, right: $right, due: $due,
			waitingFor: $waitingFor, notice: $notice, regime: $regime, manner: $manner, receivedFrom: $receivedFrom,
			orderBy: $orderBy) { edges { node { ${line} } } pageInfo { hasNextPage endCursor } }
	}`,
};

export const byCode: Operation<{ words: string }, QueueLine[]> = {
	field: 'rightsRequestsByCode',
	text: `query ByCode($words: String!) { rightsRequestsByCode(code: $words) { ${line} } }`,
};

export const byAddress: Operation<{ words: string }, QueueLine[]> = {
	field: 'rightsRequestsByAddress',
	text: `query ByAddress($words: String!) { rightsRequestsByAddress(email: $words) { ${line} } }`,
};

/** Who asks, for one line; reading it is recorded. */
export const whoAsks: Operation<{ id: string }, { sent: { name: string | null; email: string | null } | null } | null> =
	{
		field: 'node',
		text: 'query WhoAsks($id: ID!) { node(id: $id) { ... on RightsRequest { sent { name email } } } }',
	};

interface Previewed {
	letters: { subject: string }[];
}

const refusals = '... on Refusal { code message path }';

export const previewSpam: Operation<{ id: string; revision: number }, Previewed> = {
	field: 'previewCloseRightsRequest',
	text: `mutation PreviewSpam($id: ID!, $revision: Int) {
		previewCloseRightsRequest(input: { id: $id, expectedRevision: $revision, reason: SPAM }) {
			... on RequestPreview { letters { subject } } ${refusals} } }`,
};

export const closeAsSpam: Operation<{ id: string; revision: number }, { status: RequestStatusName }> = {
	field: 'closeRightsRequest',
	text: `mutation CloseAsSpam($id: ID!, $revision: Int) {
		closeRightsRequest(input: { id: $id, expectedRevision: $revision, reason: SPAM }) {
			... on RightsRequest { status } ${refusals} } }`,
};

export const requestEvents = `subscription RequestEvents($after: String) { requestEvents(after: $after) { cursor requestId } }`;
