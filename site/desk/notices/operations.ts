import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { Operation } from '../../api/operations.ts';

export interface Telling {
	event: 'VERSION_ANNOUNCED' | 'VERSION_IN_FORCE' | 'VERSION_WITHDRAWN';
	waiting: number;
	sent: number;
	failed: number;
	dropped: number;
	inDigests: number;
	lastSentAt: Instant | null;
}

export interface VersionLine {
	version: string;
	url: string;
	status: 'ANNOUNCED' | 'IN_FORCE' | 'SUPERSEDED' | 'WITHDRAWN';
	changeClass: 'EDITORIAL' | 'SUBSTANTIVE' | 'MATERIAL';
	summary: string;
	announcedAt: Instant;
	publishedAt: Instant | null;
	effectiveAt: Instant;
	supersededAt: Instant | null;
	objectionCount: number;
	objectionWindow: { closesAt: Instant; open: boolean } | null;
	told: Telling[];
}

export interface NoticeLine {
	slug: string;
	title: string;
	zone: string;
	reviewDueOn: PlainDate | null;
	versions: { edges: { node: VersionLine }[]; pageInfo: { hasNextPage: boolean } };
}

export const notices: Operation<object, NoticeLine[]> = {
	field: 'notices',
	text: `query DeskNotices { notices { slug title zone reviewDueOn versions(first: 20) { pageInfo { hasNextPage } edges { node {
		version url status changeClass summary announcedAt publishedAt effectiveAt supersededAt objectionCount
		objectionWindow { closesAt open } told { event waiting sent failed dropped inDigests lastSentAt } } } } } }`,
};
