import type { Version } from '../schema/notice/model.ts';
import type { Timeline } from '../schema/notice/timeline.ts';

export interface Pair {
	from: Version;
	to: Version;
}

/** How many versions back the comparison with the one in force is a static page; further back it is made when asked for. */
const near = 100;

/** The pairs whose comparison is a static page: consecutive versions, and those near the one in force with it. */
export const staticPairs = ({
	current,
	visible,
}: Pick<Timeline, 'current' | 'visible'>): { from: Version; to: Version }[] => {
	const inForce = current ? visible.indexOf(current) : -1;
	const pairs = new Map<string, Pair>();
	const add = (from: Version | undefined | null, to: Version | undefined | null) => {
		if (from && to && from.id !== to.id) pairs.set(`${from.id}...${to.id}`, { from, to });
	};
	for (const [index, version] of visible.entries()) {
		add(visible[index - 1], version);
		add(
			visible.find((it) => it.id === version.revision.predecessor),
			version,
		);
		if (inForce - index > near) continue;
		if (current && version.effectiveAt < current.effectiveAt) add(version, current);
		else add(current, version);
	}
	return [...pairs.values()];
};
