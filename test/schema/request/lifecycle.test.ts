// Keeps: commitments.verification.rights
import { describe, expect, it } from 'vitest';
import { rights } from '../../../schema/notice/vocabulary.ts';
import { allows, availableActions, firstStatus, isFinal, requestLifecycle } from '../../../schema/request/lifecycle.ts';
import {
	isImmediate,
	parties,
	type RequestStatus,
	requestActions,
	requestStatuses,
} from '../../../schema/request/vocabulary.ts';

const next = (status: RequestStatus, right: (typeof rights)[number]): RequestStatus[] =>
	[true, false].flatMap((verified) =>
		requestActions
			.filter((action) => allows(action, { status, right, verified, extended: false }))
			.map((action) => requestLifecycle[action].to)
			.map((to) => (to === 'same' ? status : to)),
	);

const reachable = (right: (typeof rights)[number]): Set<RequestStatus> => {
	const seen = new Set([firstStatus(right)]);
	for (const status of seen) for (const to of next(status, right)) seen.add(to);
	return seen;
};

describe('the graph of a request', () => {
	it('reaches every status', () => {
		expect([...reachable('DELETE')].sort()).toEqual([...requestStatuses].sort());
	});

	it('of a right that acts at once never waits for anything of the person', () => {
		for (const right of rights.filter(isImmediate)) {
			expect([...reachable(right)].sort()).toEqual(['ANSWERED', 'IN_PROGRESS', 'REFUSED', 'WITHDRAWN']);
		}
	});

	it('has no way out of a final status, and one out of every other', () => {
		for (const status of requestStatuses) expect(next(status, 'DELETE').length === 0).toBe(isFinal(status));
	});
});

it('opens these actions to each party', () => {
	const table = requestStatuses.flatMap((status) =>
		(['DELETE', 'OPT_OUT'] as const).flatMap((right) =>
			[false, true].map((verified) => {
				const by = parties.map(
					(party) =>
						`${party}: ${availableActions({ status, right, verified, extended: false }, party).join(' ') || '–'}`,
				);
				return `${status} ${right}${verified ? ' verified' : ''} · ${by.join(' · ')}`;
			}),
		),
	);
	expect(table.filter((line) => !isFinal(line.split(' ')[0] as RequestStatus))).toMatchInlineSnapshot(`
		[
		  "AWAITING_CONFIRMATION DELETE · person: CONFIRM WITHDRAW · staff: – · clock: LAPSE",
		  "AWAITING_CONFIRMATION DELETE verified · person: CONFIRM WITHDRAW · staff: – · clock: LAPSE",
		  "AWAITING_CONFIRMATION OPT_OUT · person: WITHDRAW · staff: – · clock: –",
		  "AWAITING_CONFIRMATION OPT_OUT verified · person: WITHDRAW · staff: – · clock: –",
		  "IN_PROGRESS DELETE · person: WITHDRAW · staff: VERIFY EXTEND REFUSE · clock: –",
		  "IN_PROGRESS DELETE verified · person: WITHDRAW · staff: EXTEND ANSWER REFUSE · clock: –",
		  "IN_PROGRESS OPT_OUT · person: WITHDRAW · staff: ANSWER REFUSE · clock: –",
		  "IN_PROGRESS OPT_OUT verified · person: WITHDRAW · staff: ANSWER REFUSE · clock: –",
		]
	`);
	expect(
		table.filter((line) => isFinal(line.split(' ')[0] as RequestStatus) && /[A-Z]+ ·.*: [A-Z]/.test(line)),
	).toEqual([]);
});
