import { groundsFor } from '../../schema/regimes/grounds.ts';
import { regimeOf, usualRegime } from '../../schema/regimes/regimes.ts';
import { verificationFor } from '../../schema/regimes/verification.ts';
import type { EndReason, RequestStatus } from '../../schema/request/vocabulary.ts';
import type { Instant } from '../../schema/time.ts';
import type { KeptRules, RequestEvent, RequestState } from './request-model.ts';

type Submitted = Extract<RequestEvent, { type: 'requestSubmitted' }>;

/** The state after an event; throws where the stream is broken, since events are only ever recorded by `decide`. */
export const evolve = (state: RequestState | null, event: RequestEvent): RequestState => {
	if (event.type === 'requestSubmitted') return submitted(event);
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'requestConfirmed':
			return { ...state, status: 'IN_PROGRESS', confirmedAt: event.at };
		case 'requestLimited':
			return {
				...end(state, 'REFUSED', event.at, 'ACCESS_LIMIT'),
				confirmedAt: state.confirmBy && event.at,
				nextOn: event.nextOn,
			};
		case 'requestAuthorised':
			return { ...state, proofs: [...state.proofs, event.proof] };
		case 'requestConsumerAsked':
			return { ...state, consumerAskedUntil: event.askedUntil };
		case 'requestAgentConfirmed':
			return { ...state, proofs: [...state.proofs, 'CONSUMER_CONFIRMATION'], consumerAskedUntil: null };
		case 'requestAgentDenied':
			return { ...refused(state, event), consumerAskedUntil: null };
		case 'requestVerified':
			return { ...state, proofs: [...state.proofs, 'IDENTITY'], verifiedAt: event.at };
		case 'requestTreatedAsCategories': {
			const { verification, grounds } = event;
			return { ...state, treatedAs: 'KNOW_CATEGORIES', rules: { ...state.rules, verification, grounds } };
		}
		case 'requestAsked':
			return { ...state, question: event.question, repliedAt: null };
		case 'requestWritten':
			return state;
		case 'requestReplied':
			return { ...state, repliedAt: event.at };
		case 'requestCharged':
			return { ...state, fee: event.fee };
		case 'requestExtended':
			return {
				...state,
				extendedOn: event.extendedOn,
				extensionReason: event.reason,
				dueOn: event.dueOn,
				dueCite: event.dueCite,
			};
		case 'requestAnswered':
			return { ...end(state, 'ANSWERED', event.at, null), answeredAt: event.at, outcome: 'GRANTED' };
		case 'requestAnsweredInPart': {
			const { at, denials } = event;
			return { ...end(state, 'ANSWERED', at, null), answeredAt: at, outcome: 'PARTLY', denials };
		}
		case 'requestRefused':
			return refused(state, event);
		case 'requestDiscarded':
			return end(state, 'CLOSED', event.at, 'SPAM');
		case 'requestJoined':
			return end(state, 'CLOSED', event.at, 'DUPLICATE');
		case 'requestReopened':
			return { ...state, ...undecided, status: 'IN_PROGRESS', reopenedAt: event.at };
		case 'requestContested':
			return { ...state, contested: [...state.contested, ...event.items] };
		case 'requestWithdrawn':
			return end(state, 'WITHDRAWN', event.at, 'BY_PERSON');
		case 'requestLapsed':
			return end(state, 'LAPSED', event.at, 'NOT_CONFIRMED');
	}
};

const end = (state: RequestState, status: RequestStatus, endedAt: Instant, reason: EndReason | null): RequestState => ({
	...state,
	status,
	endedAt,
	reason,
});

type Refused = Pick<Extract<RequestEvent, { type: 'requestRefused' }>, 'at' | 'ground' | 'denials'>;

const refused = (state: RequestState, { at, ground = null, denials = [] }: Refused): RequestState => ({
	...end(state, 'REFUSED', at, 'DENIED'),
	answeredAt: at,
	outcome: 'DENIED',
	ground,
	denials,
});

/** What a request has not yet, or no more. */
const undecided = {
	answeredAt: null,
	outcome: null,
	ground: null,
	denials: [],
	contested: [],
	endedAt: null,
	reason: null,
	nextOn: null,
} as const satisfies Partial<RequestState>;

/** What is decided by where nothing was kept: the law of the day of receipt alone. */
const legalRules = ({ right, receivedOn, regime = usualRegime.key }: Submitted): KeptRules => ({
	verification: verificationFor(right, receivedOn, false, regimeOf(regime)),
	grounds: groundsFor(right, receivedOn, { deletionGrounds: [] }, regimeOf(regime)),
	feeGrounds: [],
	agentNeedsProof: true,
});

const submitted = (event: Submitted): RequestState => {
	const { type, at, ...facts } = event;
	return {
		...facts,
		requester: facts.requester ?? 'SELF',
		manner: facts.manner ?? 'FORM',
		regime: facts.regime ?? usualRegime.key,
		zone: facts.zone ?? usualRegime.zone,
		clocks: facts.clocks ?? [],
		rules: facts.rules ?? legalRules(event),
		status: facts.confirmBy === null ? 'IN_PROGRESS' : 'AWAITING_CONFIRMATION',
		receivedAt: facts.receivedAt ?? at,
		byPost: facts.byPost ?? false,
		sinceOn: facts.sinceOn ?? null,
		itemCount: facts.itemCount ?? null,
		confirmedAt: null,
		proofs: [],
		verifiedAt: null,
		consumerAskedUntil: null,
		treatedAs: null,
		question: null,
		repliedAt: null,
		fee: null,
		extendedOn: null,
		extensionReason: null,
		reopenedAt: null,
		...undecided,
	};
};
