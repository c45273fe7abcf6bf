import { decide } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import type { RequestCommand, RequestEvent, RequestState, Terms } from '../../api/domain/request-model.ts';
import type { Commitments } from '../../schema/notice/frontmatter.ts';
import type { Right } from '../../schema/notice/vocabulary.ts';
import { regimeOfCommitments } from '../../schema/regimes/regimes.ts';
import { type Instant, instant } from '../../schema/time.ts';
import { someCommitments } from './promises.ts';

/** The terms of a version that is in force. */
export const terms = (own: Partial<Commitments> = {}): Terms => {
	const commitments = someCommitments(own);
	const regime = regimeOfCommitments(commitments);
	const zone = regime.zone ?? 'Europe/Berlin';
	return { notice: 'california', version: '2026-01-01', commitments, sensitive: false, regime, zone };
};

/** What a right's request looks like after commands at their instants; throws where one is refused. */
export const requestAfter = (
	right: Right,
	steps: readonly [at: string, command: RequestCommand | 'submit'][],
	own: Partial<Commitments> = {},
): RequestState => {
	const state = steps.reduce<RequestState | null>((before, [at, step]) => {
		const events = eventsOf(before, step === 'submit' ? submitting(right, own) : step, instant(at));
		return events.reduce<RequestState | null>(evolve, before);
	}, null);
	if (!state) throw new Error('expected at least one step');
	return state;
};

/** The command that asks for a right. */
export const submitting = (right: Right, own: Partial<Commitments> = {}): RequestCommand => ({
	type: 'submit',
	submission: 's1',
	right,
	hasAddress: true,
	terms: terms(own),
});

const eventsOf = (state: RequestState | null, command: RequestCommand, now: Instant): RequestEvent[] => {
	const decision = decide(state, command, { now });
	if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
	return decision.events;
};

/** Confirming the address of a person who has not asked before. */
export const confirming: RequestCommand = { type: 'confirm', countedAccess: [] };

/** Finding out who asks, as surely as any right demands. */
export const verifying: RequestCommand = {
	type: 'verify',
	by: 'HANDLER',
	points: ['EMAIL', 'NAME', 'CUSTOMER_NUMBER'],
	contested: [],
	declaration: true,
	reauthenticated: false,
};

/** Granting all that was asked for. */
export const granting: RequestCommand = { type: 'answer', outcome: 'GRANTED', ground: null, denials: [] };

/** Refusing the whole on a ground that every right with proof has. */
export const refusing: RequestCommand = { type: 'answer', outcome: 'DENIED', ground: 'EXEMPT', denials: [] };
