import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Revision } from '../notice/frontmatter.ts';
import { withLead } from '../notice/lead.ts';
import type { Edition, LedgerEntry, Notice, Version } from '../notice/model.ts';
import type { EditionDraft, FileFlaw, NoticeDraft, VersionDraft } from '../rules/rule.ts';
import { type EditionPlace, readCanonical, readTranslation } from './edition.ts';
import { localeOf, misplaced, versionOfName } from './edition-name.ts';
import { readData, readText } from './read.ts';
import { type NoticeSettings, noticeFile } from './settings.ts';

export interface ReadOptions {
	/** Takes what is missing from the ledger as published when its author says it becomes known: the content as it will be. */
	assumePublished?: boolean;
}

interface Folder extends ReadOptions {
	slug: string;
	/** Absolute path. */
	path: string;
	/** Path within the content folder. */
	file: string;
	settings: NoticeSettings;
	ledger: readonly LedgerEntry[];
}

type Canonical = EditionDraft & { front: Revision };

const placeOf = ({ slug, path, file, settings }: Folder, name: string, locale: string): EditionPlace => ({
	path: join(path, name),
	file: `${file}/${name}`,
	locale,
	notice: slug,
	zone: settings.zone,
});

const versionOf = (folder: Folder, id: string, canonical: Canonical, translations: EditionDraft[]): Version => {
	const [controlling] = folder.settings.locales;
	const published = folder.ledger.find(
		(it) => it.notice === folder.slug && it.version === id && it.locale === controlling,
	);
	const editions = [canonical, ...translations].map((it): [string, Edition] => [it.edition.locale, it.edition]);
	return {
		notice: folder.slug,
		id,
		revision: canonical.front,
		announcedAt: canonical.front.announcedAt,
		effectiveAt: canonical.front.effectiveAt,
		publishedAt: published?.publishedAt ?? (folder.assumePublished ? canonical.front.announcedAt : null),
		imported: published?.imported ?? false,
		withdrawnAt: folder.settings.withdrawals.find((it) => it.version === id)?.at ?? null,
		accepts: [...canonical.front.accepts, ...folder.settings.accepts.filter((it) => it.version === id)],
		editions: Object.fromEntries(editions),
	};
};

const readVersion = async (
	folder: Folder,
	id: string,
	names: readonly string[],
): Promise<{ version: VersionDraft | null; flaws: FileFlaw[] }> => {
	const [controlling] = folder.settings.locales;
	const name = `${id}.mdx`;
	const source = await readText(join(folder.path, name));
	if (source === null) {
		const message = `There is no ${name} that this could be a translation of. Add it, or rename this file.`;
		return { version: null, flaws: names.map((it) => ({ file: `${folder.file}/${it}`, message })) };
	}
	const { draft: canonical, flaws } = readCanonical(placeOf(folder, name, controlling ?? ''), source);
	if (!canonical) return { version: null, flaws };
	const reads = await Promise.all(
		names
			.filter((it) => it !== name)
			.map(async (it) => {
				const locale = localeOf(it) ?? '';
				return readTranslation(placeOf(folder, it, locale), (await readText(join(folder.path, it))) ?? '', canonical);
			}),
	);
	const translations = reads.map((it) => it.draft).filter((it) => it !== null);
	return {
		version: {
			version: versionOf(folder, id, canonical, translations),
			canonical,
			translations,
		},
		flaws: reads.flatMap((it) => it.flaws),
	};
};

const noticeOf = ({ slug, settings }: Folder, versions: Version[]): Notice => ({
	slug,
	title: settings.title,
	zone: settings.zone,
	locales: settings.locales,
	law: settings.law ?? null,
	reviews: settings.reviews,
	versions: withLead(versions, settings.zone),
});

/** Each draft with its version as the lead time dates it, in the order of the notice. */
const inOrder = (notice: Notice, drafts: readonly VersionDraft[]): VersionDraft[] =>
	notice.versions.flatMap((version) =>
		drafts.filter((it) => it.version.id === version.id).map((draft) => ({ ...draft, version })),
	);

/** A notice from its folder, and what of it could not be read; null where its notice.yaml cannot be. */
export const readNoticeFolder = async (
	contentDir: string,
	slug: string,
	ledger: readonly LedgerEntry[],
	options: ReadOptions = {},
): Promise<{ notice: NoticeDraft | null; flaws: FileFlaw[] }> => {
	const file = `notices/${slug}`;
	const path = join(contentDir, 'notices', slug);
	const settingsFile = `${file}/notice.yaml`;
	const missing = 'There is no notice.yaml. Add one with title, zone and locales.';
	const read = await readData(noticeFile, join(path, 'notice.yaml'), settingsFile, missing);
	if (!read.value) return { notice: null, flaws: read.flaws };
	const folder: Folder = { slug, path, file, settings: read.value, ledger, ...options };
	const files = (await readdir(path)).filter((it) => it.endsWith('.mdx')).sort();
	const astray = files.map((name) => misplaced(name, file, folder.settings.locales));
	const names = files.filter((_, index) => astray[index] === null);
	const byId = Map.groupBy(names, (name) => versionOfName(name) ?? '');
	const reads = await Promise.all([...byId].map(([id, group]) => readVersion(folder, id, group)));
	const drafts = reads.map((it) => it.version).filter((it) => it !== null);
	const notice = noticeOf(
		folder,
		drafts.map((it) => it.version),
	);
	const none = { file: settingsFile, message: 'This notice has no version. Add one, named by its effective date.' };
	return {
		notice: {
			notice,
			file: settingsFile,
			lineOf: read.lineOf,
			withdrawals: folder.settings.withdrawals,
			versions: inOrder(notice, drafts),
			files,
		},
		flaws: [...astray.filter((it) => it !== null), ...reads.flatMap((it) => it.flaws), ...(files.length ? [] : [none])],
	};
};
