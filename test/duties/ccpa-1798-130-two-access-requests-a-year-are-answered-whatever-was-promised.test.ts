// Keeps: commitments.accessRequestsPerYear
import { expect, it } from 'vitest';
import { accessRights } from '../../schema/request/vocabulary.ts';
import type { PlainDate } from '../../schema/time.ts';
import { requestAfter } from '../support/requests.ts';

const answered = (submission: string) => ({ submission, receivedOn: '2026-04-01' as PlainDate });

it.each(accessRights)(
	'%s, where the notice promises one a year, is answered a second time and not a third',
	(right) => {
		const after = (...before: string[]) =>
			requestAfter(
				right,
				[
					['2026-05-04T09:00:00-07:00', 'submit'],
					['2026-05-05T09:00:00-07:00', { type: 'confirm', countedAccess: before.map(answered) }],
				],
				{ accessRequestsPerYear: 1 },
			);
		expect(after('a').status).toBe('IN_PROGRESS');
		expect(after('a', 'b')).toMatchObject({ status: 'REFUSED', reason: 'ACCESS_LIMIT', nextOn: '2027-04-01' });
	},
);
