import { placeNamed, places, readsIn, timelineOf } from './notices.ts';
import { staticPairs } from './static-pairs.ts';

export const staticComparisons = () =>
	places().flatMap(({ notice, locale, place }) =>
		staticPairs(timelineOf(notice))
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
