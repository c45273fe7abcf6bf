// Keeps: commitments.regime
import { expect, it } from 'vitest';
import { rights } from '../../schema/notice/vocabulary.ts';
import { requestAfter } from '../support/requests.ts';

const own = { regime: 'gdpr', respondWithinDays: 60, extendToDays: [120], optOutWithinBusinessDays: 60 };

it.each(rights)('%s received on 31 January is due on the last day of February', (right) => {
	const request = requestAfter(right, [['2027-01-31T12:00:00+01:00', 'submit']], own);
	expect([request.dueOn, request.dueCite]).toEqual(['2027-02-28', 'GDPR Art. 12(3)']);
});

it('an answer is put off to three months from receipt, in one addition', () => {
	const { clocks } = requestAfter('DELETE', [['2027-01-31T12:00:00+01:00', 'submit']], own);
	expect(clocks.filter(({ duty }) => duty === 'extend')).toEqual([
		{ duty: 'extend', dueOn: '2027-04-30', cite: 'GDPR Art. 12(3)' },
	]);
});
