// Keeps: commitments.verification.rights
import { describe, expect, it } from 'vitest';
import { type Right, rights } from '../../../schema/notice/vocabulary.ts';
import {
	type ActionSubject,
	allows,
	availableActions,
	isFinal,
	needsConfirmation,
	requestLifecycle,
} from '../../../schema/request/lifecycle.ts';
import {
	isImmediate,
	type Party,
	type Proof,
	parties,
	type RequestAction,
	type RequestStatus,
	requestActions,
	requestStatuses,
} from '../../../schema/request/vocabulary.ts';

const subject = (status: RequestStatus, right: Right, own: Partial<ActionSubject> = {}): ActionSubject => ({
	status,
	right,
	requester: 'SELF',
	proofs: [],
	treatedAs: null,
	extendedOn: null,
	consumerAskedUntil: null,
	...own,
});

const proven: Partial<ActionSubject>[] = [{}, { proofs: ['IDENTITY'] }];

const next = (status: RequestStatus, right: Right, but: readonly RequestAction[] = []): RequestStatus[] =>
	proven.flatMap((own) =>
		requestActions
			.filter((action) => !but.includes(action) && allows(action, subject(status, right, own)))
			.map((action) => requestLifecycle[action].to)
			.map((to) => (to === 'same' ? status : to)),
	);

const first = (right: Right): RequestStatus =>
	needsConfirmation(right, 'FORM') ? 'AWAITING_CONFIRMATION' : 'IN_PROGRESS';

const reachable = (right: Right): Set<RequestStatus> => {
	const seen = new Set([first(right)]);
	for (const status of seen) for (const to of next(status, right)) seen.add(to);
	return seen;
};

describe('the graph of a request', () => {
	it('reaches every status', () => {
		expect([...reachable('DELETE')].sort()).toEqual([...requestStatuses].sort());
	});

	it('of a right that acts at once never waits for anything of the person', () => {
		for (const right of rights.filter(isImmediate)) {
			expect([...reachable(right)].sort()).toEqual(['ANSWERED', 'CLOSED', 'IN_PROGRESS', 'REFUSED', 'WITHDRAWN']);
		}
	});

	it('leads out of a final status only by taking it up again or writing about it, and out of every other', () => {
		for (const status of requestStatuses) {
			const others = next(status, 'CORRECT', ['REOPEN', 'CONTEST', 'WRITE', 'REPLY']);
			expect(others.length === 0).toBe(isFinal(status));
		}
	});

	it('has an end that can be reached from everywhere', () => {
		for (const right of rights) {
			for (const status of reachable(right)) {
				const ends = isFinal(status) ? [status] : next(status, right).filter(isFinal);
				expect(ends).not.toEqual([]);
			}
		}
	});
});

it('asks for confirmation only where the form was used, for a right that does not act at once', () => {
	expect(rights.filter((right) => needsConfirmation(right, 'FORM'))).toEqual(rights.filter((it) => !isImmediate(it)));
	expect(rights.filter((right) => needsConfirmation(right, 'TELEPHONE'))).toEqual([]);
});

const line = (status: RequestStatus, right: Right, own: Partial<ActionSubject> = {}, by: readonly Party[] = parties) =>
	[
		`${status} ${[right, ...Object.values(own).flat()].join(' ')}`,
		...by.map((party) => `${party}: ${availableActions(subject(status, right, own), party).join(' ') || '–'}`),
	].join(' · ');

it('opens these actions to each party', () => {
	const identity: Proof[] = ['IDENTITY'];
	const table = requestStatuses.flatMap((status) => [
		line(status, 'DELETE'),
		line(status, 'DELETE', { proofs: identity }),
		line(status, 'OPT_OUT'),
	]);
	expect(table).toMatchInlineSnapshot(`
		[
		  "AWAITING_CONFIRMATION DELETE · person: CONFIRM WITHDRAW · consumer: – · staff: CLOSE · clock: LAPSE",
		  "AWAITING_CONFIRMATION DELETE IDENTITY · person: CONFIRM WITHDRAW · consumer: – · staff: CLOSE · clock: LAPSE",
		  "AWAITING_CONFIRMATION OPT_OUT · person: WITHDRAW · consumer: – · staff: CLOSE · clock: –",
		  "IN_PROGRESS DELETE · person: WITHDRAW REPLY · consumer: – · staff: VERIFY ASK WRITE CHARGE EXTEND REFUSE CLOSE · clock: –",
		  "IN_PROGRESS DELETE IDENTITY · person: WITHDRAW REPLY · consumer: – · staff: ASK WRITE CHARGE EXTEND ANSWER REFUSE CLOSE · clock: –",
		  "IN_PROGRESS OPT_OUT · person: WITHDRAW REPLY · consumer: – · staff: ASK WRITE ANSWER REFUSE CLOSE · clock: –",
		  "ANSWERED DELETE · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "ANSWERED DELETE IDENTITY · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "ANSWERED OPT_OUT · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "REFUSED DELETE · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "REFUSED DELETE IDENTITY · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "REFUSED OPT_OUT · person: REPLY · consumer: – · staff: WRITE REOPEN · clock: –",
		  "WITHDRAWN DELETE · person: – · consumer: – · staff: – · clock: –",
		  "WITHDRAWN DELETE IDENTITY · person: – · consumer: – · staff: – · clock: –",
		  "WITHDRAWN OPT_OUT · person: – · consumer: – · staff: – · clock: –",
		  "LAPSED DELETE · person: – · consumer: – · staff: – · clock: –",
		  "LAPSED DELETE IDENTITY · person: – · consumer: – · staff: – · clock: –",
		  "LAPSED OPT_OUT · person: – · consumer: – · staff: – · clock: –",
		  "CLOSED DELETE · person: – · consumer: – · staff: REOPEN · clock: –",
		  "CLOSED DELETE IDENTITY · person: – · consumer: – · staff: REOPEN · clock: –",
		  "CLOSED OPT_OUT · person: – · consumer: – · staff: REOPEN · clock: –",
		]
	`);
});

it('opens these to staff by right and requester', () => {
	const staff = ['staff'] as const;
	expect([
		line('IN_PROGRESS', 'KNOW_SPECIFIC', {}, staff),
		line('IN_PROGRESS', 'KNOW_SPECIFIC', { treatedAs: 'KNOW_CATEGORIES' }, staff),
		line('IN_PROGRESS', 'DELETE', { requester: 'AGENT' }, staff),
		line('IN_PROGRESS', 'DELETE', { requester: 'AGENT', proofs: ['SIGNED_PERMISSION'] }, staff),
		line('IN_PROGRESS', 'DELETE', { requester: 'AGENT', proofs: ['SIGNED_PERMISSION', 'IDENTITY'] }, staff),
		line('IN_PROGRESS', 'DELETE', { requester: 'AGENT', consumerAskedUntil: 'asked' }, ['consumer', 'staff']),
		line('IN_PROGRESS', 'DELETE', { requester: 'ATTORNEY' }, staff),
		line('IN_PROGRESS', 'DELETE', { requester: 'ATTORNEY', proofs: ['POWER_OF_ATTORNEY'] }, staff),
		line('IN_PROGRESS', 'OPT_OUT', { requester: 'AGENT' }, staff),
		line('IN_PROGRESS', 'CORRECT', { proofs: ['IDENTITY'], extendedOn: '2026-05-06' }, staff),
		line('REFUSED', 'CORRECT', { proofs: ['IDENTITY'] }, staff),
	]).toMatchInlineSnapshot(`
		[
		  "IN_PROGRESS KNOW_SPECIFIC · staff: VERIFY TREAT_AS_CATEGORIES ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS KNOW_SPECIFIC KNOW_CATEGORIES · staff: VERIFY ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS DELETE AGENT · staff: AUTHORISE ASK_CONSUMER VERIFY ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS DELETE AGENT SIGNED_PERMISSION · staff: AUTHORISE ASK_CONSUMER VERIFY ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS DELETE AGENT SIGNED_PERMISSION IDENTITY · staff: ASK WRITE CHARGE EXTEND ANSWER REFUSE CLOSE",
		  "IN_PROGRESS DELETE AGENT asked · consumer: CONFIRM_AGENT DENY_AGENT · staff: AUTHORISE ASK_CONSUMER VERIFY ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS DELETE ATTORNEY · staff: AUTHORISE ASK WRITE CHARGE EXTEND REFUSE CLOSE",
		  "IN_PROGRESS DELETE ATTORNEY POWER_OF_ATTORNEY · staff: ASK WRITE CHARGE EXTEND ANSWER REFUSE CLOSE",
		  "IN_PROGRESS OPT_OUT AGENT · staff: AUTHORISE ASK WRITE ANSWER REFUSE CLOSE",
		  "IN_PROGRESS CORRECT IDENTITY 2026-05-06 · staff: ASK WRITE CHARGE ANSWER REFUSE CLOSE",
		  "REFUSED CORRECT IDENTITY · staff: WRITE REOPEN CONTEST",
		]
	`);
});
