// Keeps: commitments.respondWithinDays, commitments.verification.needs
import { expect, it } from 'vitest';
import { letterFor } from '../../api/domain/letters.ts';
import { decide, nextDeadline } from '../../api/domain/request.ts';
import { evolve } from '../../api/domain/request-evolve.ts';
import { verifiedRights } from '../../schema/request/vocabulary.ts';
import { addSeconds, dateIn, type Instant } from '../../schema/time.ts';
import { confirming, requestAfter } from '../support/requests.ts';

it.each(verifiedRights)(
	'%s lapses at the start of its due date, with a letter, and can be confirmed until then',
	(right) => {
		const request = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']]);
		const due = nextDeadline(request) as Instant; // it awaits confirmation
		expect(dateIn(due, 'America/Los_Angeles')).toBe(request.dueOn);
		expect(dateIn(addSeconds(due, -1), 'America/Los_Angeles') < request.dueOn).toBe(true);

		expect(decide(request, confirming, { now: addSeconds(due, -1) }).ok).toBe(true);
		expect(decide(request, { type: 'lapse' }, { now: addSeconds(due, -1) }).ok).toBe(false);
		expect(decide(request, confirming, { now: due })).toMatchObject({ refusal: { code: 'LINK_EXPIRED' } });

		const lapse = decide(request, { type: 'lapse' }, { now: due });
		expect(lapse.ok && lapse.events.reduce(evolve, request)).toMatchObject({
			status: 'LAPSED',
			reason: 'NOT_CONFIRMED',
		});
		expect(letterFor.requestLapsed).toBe('request-lapsed');
	},
);
