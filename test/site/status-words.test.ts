import { describe, expect, it } from 'vitest';
import { requestStatuses } from '../../schema/request/vocabulary.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';
import type { RequestState } from '../../site/api/answers.ts';
import { notesOf, statusWords } from '../../site/status-words.ts';
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

describe('an open request', () => {
	const request: RequestState = {
		...{ right: 'KNOW_SPECIFIC', status: 'IN_PROGRESS', reason: null, endedAt: null, availableActions: [] },
		...{ dueOn: '2027-01-30' as PlainDate, sinceOn: null, extendedOn: null, extensionReason: null },
		...{ treatedAs: null, question: null, repliedAt: null, consumerAskedUntil: null, outcome: null },
	};
	const notes = (own: Partial<RequestState>) =>
		notesOf({ ...request, ...own }, requestsEn, { on: (on) => on, at: (at) => at });

	it('says how far back it asks, why its answer comes later, what we asked for, and that it is answered in categories', () => {
		expect(notes({})).toEqual([]);
		expect(notes({ extendedOn: '2026-12-01' as PlainDate, extensionReason: 'COMPLEXITY' })[0]).toContain('2026-12-01');
		expect(notes({ question: 'IDENTITY' })[0]).toContain('who you are');
		expect(notes({ question: 'IDENTITY', repliedAt: '2026-12-03T10:00:00Z' as never })).toEqual([
			'You wrote to us on 2026-12-03T10:00:00Z. It is our turn.',
		]);
		expect(notes({ sinceOn: '2022-01-01' as PlainDate })).toEqual([
			'You ask to know what was collected since 2022-01-01.',
		]);
		expect(notes({ treatedAs: 'KNOW_CATEGORIES' })[0]).toContain('categories');
	});

	it('says that the person is asked for whom an agent acts, until when, and no more once it has ended', () => {
		const consumerAskedUntil = '2026-12-15T20:00:00.000Z' as Instant;
		expect(notes({ consumerAskedUntil })[0]).toContain('can answer until 2026-12-15');
		expect(notes({ consumerAskedUntil, status: 'REFUSED' })).toEqual([]);
	});

	it('asks for nothing any more once it has ended, and for nothing where no letter may have gone out', () => {
		expect(notes({ question: 'IDENTITY', status: 'ANSWERED' })).toEqual([]);
		expect(notes({ question: 'DETAILS', right: 'OPT_OUT' })).toEqual([]);
	});
});

it('says of a request that was granted in part that it was', () => {
	const words = statusWords({ right: 'DELETE', status: 'ANSWERED', reason: null, outcome: 'PARTLY' }, requestsEn);
	expect(words.said).toContain('in part');
});
