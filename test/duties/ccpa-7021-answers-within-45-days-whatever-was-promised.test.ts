// Keeps: commitments.respondWithinDays
import { expect, it } from 'vitest';
import { verifiedRights } from '../../schema/request/vocabulary.ts';
import { requestAfter } from '../support/requests.ts';

it.each(verifiedRights)('%s promised within 60 days is due within the law’s 45', (right) => {
	const request = requestAfter(right, [['2026-05-04T09:00:00-07:00', 'submit']], { respondWithinDays: 60 });
	expect([request.dueOn, request.dueCite]).toEqual(['2026-06-18', '11 CCR § 7021(b)']);
});
