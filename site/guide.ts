import { guide } from 'virtual:guide';

/** A page of the guide by its path under `/docs/`, and the words of its first heading. */
interface Shelved {
	of: string;
	title: string;
}

/** The page that is made of the notices and of the names of tests, and not written. */
export const promisesPage: Shelved = { of: 'promises/', title: 'Promises' };

/** The addresses of every page of the guide, under `/docs/`. */
export const guideAddresses = [...Object.keys(guide), promisesPage.of];

/** The first heading of a page as it was written; undefined where it has none. */
export const titleOf = (page: { getHeadings(): { depth: number; text: string }[] }): string | undefined =>
	page.getHeadings().find((it) => it.depth === 1)?.text;

/** The pages of the guide in the order of their addresses, and the records of decisions apart. */
export const shelves = async (): Promise<{ shelf: Shelved[]; records: Shelved[] }> => {
	const written = await Promise.all(
		Object.entries(guide).map(async ([of, load]) => ({ of, title: titleOf(await load()) ?? of })),
	);
	const isRecord = ({ of }: Shelved) => of.startsWith('decisions/');
	const shelf = [...written.filter((it) => it.of !== '' && !isRecord(it)), promisesPage];
	return {
		shelf: shelf.sort((a, b) => (a.of < b.of ? -1 : 1)),
		records: written.filter((it) => isRecord(it) && it.of !== 'decisions/'),
	};
};
