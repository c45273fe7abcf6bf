import type { Notice, Version } from '../../schema/notice/model.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import { addSeconds, type Instant } from '../../schema/time.ts';

/** What was done for the people whom an organisation handed over to be told of a change; numbers only. */
export type AudienceEvent =
	| { type: 'audienceHandedOver'; at: Instant; people: number }
	/** `bySubscription`: those whom a letter to subscribers reaches already. */
	| { type: 'audienceTold'; at: Instant; letters: number; bySubscription: number }
	| { type: 'audienceToldOfWithdrawal'; at: Instant; letters: number }
	| { type: 'audienceForgotten'; at: Instant; people: number }
	/** What the organisation's own mailer reported; the report itself stays with the organisation. */
	| {
			type: 'audienceToldByOthers';
			at: Instant;
			by: string;
			sentOn: string;
			sent: number;
			delivered: number;
			failed: number;
			sha256: string;
	  };

/** How long the address of somebody who was told of a change is kept after its withdrawal, so that they hear of that too. */
const secondsAfterWithdrawal = 7 * 24 * 60 * 60;

/** What is to be done now for the people handed over for a version. */
export const audienceTask = (
	notice: Notice,
	version: Version,
	now: Instant,
): 'wait' | 'tell' | 'tellOfWithdrawal' | 'forget' => {
	const status = statusAt(notice, version, now);
	if (status === null) return 'wait';
	if (status === 'ANNOUNCED') return 'tell';
	if (status !== 'WITHDRAWN') return 'forget';
	const forgetAt = addSeconds(version.withdrawnAt ?? now, secondsAfterWithdrawal);
	return now < forgetAt ? 'tellOfWithdrawal' : 'forget';
};
