import { describe, expect, it } from 'vitest';
import { requestStatuses } from '../../schema/request/vocabulary.ts';
import { statusWords } from '../../site/status-words.ts';
import { requestsEn } from '../../site/text/requests-en.ts';

describe.each(['OPT_OUT', 'LIMIT'] as const)('%s, for which nobody has to give an address', (right) => {
	it.each(requestStatuses.filter((it) => it !== 'AWAITING_CONFIRMATION'))(
		'speaks of a letter only where there may be one: %s',
		(status) => {
			const { said } = statusWords({ right, status, reason: null }, requestsEn);
			if (/letter/i.test(said)) expect(said).toContain('If you gave an address');
		},
	);
});

it('says of an answered request to delete that the answer went by letter', () => {
	expect(statusWords({ right: 'DELETE', status: 'ANSWERED', reason: null }, requestsEn).said).toContain('by letter');
});
