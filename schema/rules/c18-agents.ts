import type { Commitments } from '../notice/frontmatter.ts';
import { flawAt, type Rule, type RuleFlaw, type VersionDraft } from './rule.ts';
import { eachCommitments } from './under-california.ts';

const checkAgents = ({ agents, rights }: Commitments, draft: VersionDraft): RuleFlaw[] => {
	if (!agents) {
		return [
			flawAt(draft, ['commitments', 'agents'], 'Nothing is said of agents. Add which rights they may use, and how.'),
		];
	}
	const withheld = rights.filter((it) => !agents.rights.includes(it));
	if (!withheld.length) return [];
	const message = `An agent may use every right; not offered are ${withheld.join(', ')}. Add them.`;
	return [flawAt(draft, ['commitments', 'agents', 'rights'], message)];
};

/** An agent may make every request that the person could. */
export const c18Agents: Rule = {
	id: 'C18',
	level: 'error',
	citation: '11 CCR §§ 7011(e)(3), 7026(j), 7027(i), 7063',
	check: (context) => eachCommitments(context, checkAgents),
};
