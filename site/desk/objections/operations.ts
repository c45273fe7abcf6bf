import type { Instant } from '../../../schema/time.ts';
import type { ObjectionStatusName } from '../../api/answers.ts';
import type { Operation } from '../../api/operations.ts';
import type { Letter } from '../request/operations.ts';
import type { Deed } from '../use-deed.ts';

export type Decision = 'UPHELD' | 'REJECTED';

export interface ObjectedVersion {
	version: string;
	url: string;
	effectiveAt: Instant;
	summary: string;
	objectionWindow: { opensAt: Instant; closesAt: Instant; open: boolean } | null;
	objectionFigures: { status: ObjectionStatusName; decision: Decision | null; count: number }[];
}

export interface ObjectedNotice {
	slug: string;
	title: string;
	zone: string;
	versions: { edges: { node: ObjectedVersion }[] };
}

export const objectedNotices: Operation<object, ObjectedNotice[]> = {
	field: 'notices',
	text: `query ObjectedNotices { notices { slug title zone versions(first: 30) { edges { node { version url effectiveAt summary
		objectionWindow { opensAt closesAt open } objectionFigures { status decision count } } } } } }`,
};

export interface ObjectionLine {
	id: string;
	status: ObjectionStatusName;
	receivedAt: Instant;
	decideBy: Instant | null;
	decision: Decision | null;
}

export interface ObjectionPage {
	edges: { node: ObjectionLine }[];
	pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface ObjectionsAsked {
	notice: string;
	version: string;
	status: string | null;
	after: string | null;
}

export const objectionsTo: Operation<ObjectionsAsked, ObjectionPage> = {
	field: 'objections',
	text: `query ObjectionsTo($notice: String!, $version: String!, $status: ObjectionStatus, $after: String) {
		objections(notice: $notice, version: $version, status: $status, first: 50, after: $after) {
			edges { node { id status receivedAt decideBy decision } } pageInfo { hasNextPage endCursor } } }`,
};

export interface OneObjection extends ObjectionLine {
	countedAt: Instant | null;
	decidedAt: Instant | null;
	endedAt: Instant | null;
	availableActions: string[];
	version: {
		version: string;
		url: string;
		notice: { slug: string; title: string };
		objectionWindow: { effect: string; decideWithinDays: number | null } | null;
	};
}

export const objection: Operation<{ id: string }, OneObjection | null> = {
	field: 'node',
	text: `query OneObjection($id: ID!) { node(id: $id) { ... on Objection { id status receivedAt countedAt decideBy decidedAt
		decision endedAt availableActions version { version url notice { slug title }
		objectionWindow { effect decideWithinDays } } } } }`,
};

export interface ObjectionWords {
	sent: { email: string | null; name: string | null; reason: string | null } | null;
}

/** Asking for it is recorded as reading it. */
export const objectionWords: Operation<{ id: string }, ObjectionWords | null> = {
	field: 'node',
	text: 'query ObjectionWords($id: ID!) { node(id: $id) { ... on Objection { sent { email name reason } } } }',
};

const refusals = '... on Refusal { __typename code message path } ... on InvalidInput { issues { path message } }';

export const previewDecision: Deed<{ letters: Letter[] }> = {
	field: 'previewDecideObjection',
	text: `mutation PreviewDecision($input: DecideObjectionInput!) { previewDecideObjection(input: $input) {
		... on ObjectionPreview { letters { kind channel locale subject text } } ${refusals} } }`,
};

export const decideObjection: Deed<{ id: string }> = {
	field: 'decideObjection',
	text: `mutation Decide($input: DecideObjectionInput!) { decideObjection(input: $input) {
		... on Objection { id } ${refusals} } }`,
};
