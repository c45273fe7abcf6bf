import type { Notice, Version } from '../schema/notice/model.ts';
import { placeNamed, places, readsIn, timelineOf } from './notices.ts';

/** The pairs whose comparison is a static page: consecutive versions, and each with the one in force. */
const staticPairs = (notice: Notice): { from: Version; to: Version }[] => {
	const { current, visible } = timelineOf(notice);
	const pairs = new Map<string, { from: Version; to: Version }>();
	const add = (from: Version | undefined | null, to: Version | undefined | null) => {
		if (from && to && from.id !== to.id) pairs.set(`${from.id}...${to.id}`, { from, to });
	};
	for (const [index, version] of visible.entries()) {
		add(visible[index - 1], version);
		add(
			visible.find((it) => it.id === version.revision.predecessor),
			version,
		);
		if (current && version.effectiveAt < current.effectiveAt) add(version, current);
		else add(current, version);
	}
	return [...pairs.values()];
};

export const staticComparisons = () =>
	places().flatMap(({ notice, locale, place }) =>
		staticPairs(notice)
			.filter(({ from, to }) => readsIn(from, locale) && readsIn(to, locale))
			.map(({ from, to }) => ({
				params: { place, pair: `${from.id}...${to.id}` },
				props: { notice, from, to, locale },
			})),
	);

/** The two versions that the end of an address names, such as `2025-01-01...2026-09-01/list`; null where it names none. */
export const comparisonAt = (place: string, pair: string) => {
	const [ids, view, ...more] = pair.split('/').filter(Boolean);
	const found = placeNamed(place);
	if (!found || more.length > 0 || (view && view !== 'list')) return null;
	const [first, second] = (ids ?? '').split('...');
	const named = (id: string | undefined) =>
		found.notice.versions.find((it) => it.id === id && readsIn(it, found.locale));
	const [from, to] = [named(first), named(second)];
	const shown = view === 'list' ? ('list' as const) : ('text' as const);
	return from && to ? { notice: found.notice, locale: found.locale, from, to, view: shown } : null;
};
