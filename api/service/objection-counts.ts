import type { Library } from '../../schema/notice/model.ts';
import { countObjections } from '../store/objections.ts';
import type { Store } from '../store/open.ts';

/** Answers how many objections to a version are counted, with one query for all versions of a notice. */
export const objectionCounts = ({ store, library }: { store: Store; library: Library }) => {
	const read = new Map<string, Promise<Map<string, number>>>();
	const countsOf = (slug: string) => {
		const versions = library.notices.find((notice) => notice.slug === slug)?.versions ?? [];
		const ids = versions.map((version) => version.id);
		const counts = read.get(slug) ?? store.read((tx) => countObjections(tx, slug, ids));
		read.set(slug, counts);
		return counts;
	};
	return async (notice: string, version: string): Promise<number> => (await countsOf(notice)).get(version) ?? 0;
};
