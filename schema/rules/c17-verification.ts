import type { Commitments } from '../notice/frontmatter.ts';
import { isImmediate } from '../request/vocabulary.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const checkVerification = ({ verification }: Commitments, draft: VersionDraft): RuleFlaw[] => [
	...verification.rights
		.filter(isImmediate)
		.map((it) =>
			flawAt(
				draft,
				['commitments', 'verification', 'rights'],
				`${it} may not be made to depend on proof of identity. Remove it here.`,
			),
		),
	...(verification.needs.length
		? []
		: [
				flawAt(
					draft,
					['commitments', 'verification', 'needs'],
					'It is not said how a request is verified. Add what it needs.',
				),
			]),
];

/** It is said how requests are verified, and nobody has to prove anything to opt out or to limit. */
export const c17Verification: Rule = {
	id: 'C17',
	level: 'error',
	citation: '11 CCR §§ 7011(e)(3)(C), 7026(d), 7027(e), 7060(b)',
	check: (context) => eachCommitments(context, checkVerification),
};
