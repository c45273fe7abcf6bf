import { mkdir, writeFile } from 'node:fs/promises';
import { incorporatedChanges } from '../schema/notice/incorporated.ts';
import type { Notice, Version } from '../schema/notice/model.ts';
import { editionHtml } from '../schema/source/edition-html.ts';
import type { Known } from './known-library.ts';

/** The folder beside `client/` and `server/` from which pages read the library. */
export const knownFolder = 'known';

const withoutText = (notice: Notice): Notice => ({
	...notice,
	versions: notice.versions.map((version) => ({
		...version,
		editions: Object.fromEntries(
			Object.entries(version.editions).map(([locale, it]) => [locale, { ...it, file: '', blocks: [], sections: [] }]),
		),
	})),
});

/** The material changes that stand now and are changes of another notice too, since that one takes over what they change. */
const sharedChanges = ({ library, builtAt }: Known) =>
	library.notices.flatMap((taker) =>
		incorporatedChanges(library, taker, builtAt).map(({ version }) => ({
			taker: taker.slug,
			notice: version.notice,
			version: version.id,
		})),
	);

const writeTexts = async (folder: URL, notice: Notice, version: Version) => {
	const place = new URL(`${notice.slug}/${version.id}/`, folder);
	await mkdir(place, { recursive: true });
	for (const edition of Object.values(version.editions)) {
		const text = { ...edition, file: '', sections: [] };
		await writeFile(new URL(`${edition.locale}.json`, place), JSON.stringify(text));
		await writeFile(new URL(`${edition.locale}.html`, place), await editionHtml(notice, version, edition));
	}
};

/** Writes what pages read: the library without its texts, and each text apart, so that a thousand never stand in memory together. */
export const writeKnown = async (known: Known, folder: URL): Promise<void> => {
	const { organisation, people, ledger, notices } = known.library;
	await mkdir(folder, { recursive: true });
	const all = { organisation, people, ledger, notices: notices.map(withoutText), sharedChanges: sharedChanges(known) };
	await writeFile(new URL('library.json', folder), JSON.stringify(all));
	for (const notice of notices) for (const version of notice.versions) await writeTexts(folder, notice, version);
};
