// Keeps: commitments.regime
import { expect, it } from 'vitest';
import { accessRights } from '../../schema/request/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { requestAfter } from '../support/requests.ts';

const nine = Array.from({ length: 9 }, (_, i) => ({ submission: `s-${i}`, receivedOn: '2027-01-30' as PlainDate }));

it.each(accessRights)('%s is answered for the tenth time in a year, whatever the notice says', (right) => {
	const request = requestAfter(
		right,
		[
			['2027-01-31T12:00:00+01:00', 'submit'],
			['2027-01-31T13:00:00+01:00', { type: 'confirm', countedAccess: nine }],
		],
		{ regime: 'gdpr', accessRequestsPerYear: 1 },
	);
	expect(request).toMatchObject({ status: 'IN_PROGRESS', accessLimit: null });
});
