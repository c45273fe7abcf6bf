import { type PackageStatus, packageDays } from '../../schema/package/vocabulary.ts';
import { missingOf } from '../../schema/request/lifecycle.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RequestState } from './request-model.ts';

/** The answer to an access request, kept sealed until it was downloaded for long enough, as its events leave it. */
export interface PackageState {
	/** Id of the request. */
	requestId: string;
	status: PackageStatus;
	madeAt: Instant;
	expiresAt: Instant;
	downloads: number;
	lastDownloadedAt: Instant | null;
	/** When its bytes and their key were destroyed. */
	endedAt: Instant | null;
}

type RequestFacts = Pick<
	RequestState,
	'right' | 'requester' | 'proofs' | 'treatedAs' | 'status' | 'hasAddress' | 'byPost'
>;

export type PackageCommand =
	| { type: 'make'; requestId: string; request: RequestFacts }
	| { type: 'download' }
	| { type: 'revoke' }
	/** Its time is over, or what the person sent is destroyed. */
	| { type: 'expire' };

/** Events hold nothing of the package and nothing of the person. */
export type PackageEvent =
	| { type: 'packageMade'; at: Instant; requestId: string; expiresAt: Instant }
	| { type: 'packageDownloaded'; at: Instant }
	| { type: 'packageRevoked'; at: Instant }
	| { type: 'packageExpired'; at: Instant };

const secondsPerDay = 86_400;

/** What a command does to a package: events to record, or why not. */
export const decide = (
	state: PackageState | null,
	command: PackageCommand,
	{ now }: { now: Instant },
): Decision<PackageEvent> => {
	if (command.type === 'make') return state ? refuse('CONFLICT') : make(command, now);
	if (!state) return refuse('UNKNOWN_PACKAGE', ['id']);
	switch (command.type) {
		case 'download':
			if (state.status === 'REVOKED') return refuse('PACKAGE_REVOKED', ['token']);
			return state.status === 'READY' && now < state.expiresAt
				? accept({ type: 'packageDownloaded', at: now })
				: refuse('PACKAGE_EXPIRED', ['token']);
		case 'revoke':
			return state.status === 'READY' ? accept({ type: 'packageRevoked', at: now }) : refuse('ALREADY_ENDED');
		case 'expire':
			return state.status === 'READY' ? accept({ type: 'packageExpired', at: now }) : refuse('ALREADY_ENDED');
	}
};

const make = (
	{ requestId, request }: Extract<PackageCommand, { type: 'make' }>,
	now: Instant,
): Decision<PackageEvent> => {
	const { right, treatedAs, status, hasAddress, byPost } = request;
	// Whoever asked for categories only, or proved too little for more, is sent no pieces of data.
	if ((treatedAs ?? right) !== 'KNOW_SPECIFIC') return refuse('NO_ACCESS_REQUEST', ['id']);
	// Nobody types a link from paper: what is posted is posted whole.
	if (!hasAddress || byPost) return refuse('ADDRESS_NEEDED', ['id']);
	if (missingOf(request).length > 0) return refuse('NOT_VERIFIED', ['id']);
	if (status !== 'IN_PROGRESS' && status !== 'ANSWERED') return refuse('ALREADY_ENDED', ['id']);
	const expiresAt = addSeconds(now, packageDays * secondsPerDay);
	return accept({ type: 'packageMade', at: now, requestId, expiresAt });
};

/** The state after an event; throws where the stream is broken, since events are only ever recorded by `decide`. */
export const evolve = (state: PackageState | null, event: PackageEvent): PackageState => {
	if (event.type === 'packageMade') return made(event);
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'packageDownloaded':
			return { ...state, downloads: state.downloads + 1, lastDownloadedAt: event.at };
		case 'packageRevoked':
			return { ...state, status: 'REVOKED', endedAt: event.at };
		case 'packageExpired':
			return { ...state, status: 'EXPIRED', endedAt: event.at };
	}
};

const made = ({ requestId, at, expiresAt }: Extract<PackageEvent, { type: 'packageMade' }>): PackageState => ({
	requestId,
	status: 'READY',
	madeAt: at,
	expiresAt,
	downloads: 0,
	lastDownloadedAt: null,
	endedAt: null,
});
