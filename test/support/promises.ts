import type { z } from 'zod';
import { type Commitments, type Promises, promises } from '../../schema/notice/frontmatter.ts';

type Input = z.input<typeof promises>;

/** Commitments as an ordinary notice makes them, with some of one's own. */
export const someCommitments = (own: Partial<Commitments> = {}): Commitments => ({
	rights: ['KNOW_CATEGORIES', 'KNOW_SPECIFIC', 'DELETE', 'CORRECT', 'OPT_OUT', 'LIMIT'],
	respondWithinDays: 30,
	extendToDays: [60, 90],
	confirmWithinBusinessDays: 10,
	optOutWithinBusinessDays: 15,
	accessRequestsPerYear: 2,
	accessCoversMonths: 12,
	accessItems: ['categories'],
	portableFormat: true,
	deletionGrounds: ['security'],
	deletionByServiceProviders: true,
	optOutOf: ['all'],
	optOutSignal: true,
	optOutWarning: false,
	methods: [{ kind: 'email', value: 'privacy@example.org' }],
	verification: { rights: ['DELETE'], needs: ['identity'] },
	feeOnlyWhen: [],
	noDiscrimination: ['denyGoods'],
	financialIncentives: false,
	...own,
});

/** Promises as an ordinary notice makes them, with some of one's own. */
export const somePromises = (own: Partial<Input> = {}): Promises =>
	promises.parse({
		controller: { name: 'Fern & Lark', address: ['1 Quay Street'] },
		categories: [
			{ key: 'identifiers', collected: 'yes', sources: ['you'], purposes: ['a'] },
			{ key: 'geolocation', collected: 'no' },
		],
		purposes: [{ key: 'a', text: 'To run the service' }],
		recipients: [{ key: 'hosts', label: 'Hosting companies' }],
		commitments: someCommitments(),
		...own,
	});
