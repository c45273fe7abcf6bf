import type { Commitments } from '../notice/frontmatter.ts';
import { sellsOrShares } from './c3-sale-and-sharing.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const checkSignal = ({ optOutSignal }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	if (optOutSignal || !sellsOrShares(draft)) return [];
	const message =
		'Information is sold or shared, and a browser’s opt-out signal is not honoured. Set optOutSignal: true, and say in the text how it is answered.';
	return [flawAt(draft, ['commitments', 'optOutSignal'], message)];
};

/** Where information is sold or shared, the Global Privacy Control is an opt-out. */
export const c19Signal: Rule = {
	id: 'C19',
	level: 'error',
	citation: '11 CCR §§ 7011(e)(3)(F), 7025',
	check: (context) => eachCommitments(context, checkSignal),
};
