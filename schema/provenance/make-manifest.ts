import { manifestAddress, placeOf, textAddress, versionAddress } from '../notice/address.ts';
import type { Edition, LedgerEntry, Library, Notice, Version } from '../notice/model.ts';
import { statusAt, supersededAt } from '../notice/timeline.ts';
import type { Instant } from '../time.ts';
import type {
	HashedFile,
	LedgerHead,
	ManifestEdition,
	ManifestVersion,
	NoticeManifest,
	SiteManifest,
} from './manifest.ts';

/** What a build holds, as far as manifests speak of it. */
export interface BuiltSite {
	/** As it is known at `now`. */
	library: Library;
	now: Instant;
	publicUrl: string;
	/** SHA-256 of every file served, by its path; no manifest is among them. */
	hashes: ReadonlyMap<string, string>;
	/** The MDX file of an edition within the content folder, and the SHA-256 of its bytes. */
	sourceOf: (edition: Edition) => { file: string; sha256: string };
}

const byPath = (hashes: Iterable<[string, string]>): HashedFile[] =>
	[...hashes].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => (a.path < b.path ? -1 : 1));

const headOf = (ledger: readonly LedgerEntry[]): LedgerHead => ({
	entries: ledger.length,
	head: ledger.at(-1)?.entryHash ?? null,
});

const entryOf = (ledger: readonly LedgerEntry[], version: Version, locale: string): ManifestEdition['ledger'] => {
	const entry = ledger.find((it) => it.notice === version.notice && it.version === version.id && it.locale === locale);
	return entry ? { publishedAt: entry.publishedAt, previous: entry.previous, entryHash: entry.entryHash } : null;
};

const hashAt = ({ hashes }: BuiltSite, path: string): string => {
	const sha256 = hashes.get(path);
	if (sha256 === undefined) throw new Error(`the build has no file at ${path}`);
	return sha256;
};

const editionEntry = (site: BuiltSite, notice: Notice, version: Version, edition: Edition): ManifestEdition => {
	const page = versionAddress(notice, version, edition.locale);
	return {
		locale: edition.locale,
		source: site.sourceOf(edition),
		sha256: edition.sha256,
		text: textAddress(notice, version, edition.locale),
		page: { path: page, sha256: hashAt(site, page) },
		stale: edition.stale,
		ledger: entryOf(site.library.ledger, version, edition.locale),
	};
};

const versionEntry = (site: BuiltSite, notice: Notice, version: Version): ManifestVersion => {
	const status = statusAt(notice, version, site.now);
	if (!status) throw new Error(`${notice.slug} ${version.id} is not known yet and must be in no manifest`);
	return {
		version: version.id,
		status,
		class: version.revision.class,
		announcedAt: version.announcedAt,
		effectiveAt: version.effectiveAt,
		supersededAt: supersededAt(notice, version, site.now),
		withdrawnAt: version.withdrawnAt,
		predecessor: version.revision.predecessor,
		editions: notice.locales.flatMap((locale) => {
			const edition = version.editions[locale];
			return edition ? [editionEntry(site, notice, version, edition)] : [];
		}),
	};
};

/** Whether a path is an address of a notice, in whatever language. */
const isOf = (notice: Notice, path: string) =>
	notice.locales.some((locale) => path.startsWith(`/${placeOf(notice, locale)}/`));

/** What the publisher vouches for about one notice; the same build gives the same manifest. */
export const makeNoticeManifest = (site: BuiltSite, notice: Notice): NoticeManifest => {
	const versions = notice.versions.map((version) => versionEntry(site, notice, version));
	const named = new Set(versions.flatMap((it) => it.editions.flatMap(({ page, text }) => [page.path, text])));
	return {
		format: 'noticekeeper-notice-1',
		site: site.publicUrl,
		notice: notice.slug,
		zone: notice.zone,
		locales: notice.locales,
		ledger: headOf(site.library.ledger),
		versions,
		files: byPath([...site.hashes].filter(([path]) => isOf(notice, path) && !named.has(path))),
	};
};

/** What the publisher vouches for besides; `manifests` has the SHA-256 of each notice's, by its slug. */
export const makeSiteManifest = (site: BuiltSite, manifests: ReadonlyMap<string, string>): SiteManifest => ({
	format: 'noticekeeper-site-1',
	site: site.publicUrl,
	ledger: headOf(site.library.ledger),
	notices: [...manifests].map(([slug, sha256]) => ({ notice: slug, path: manifestAddress({ slug }), sha256 })),
	files: byPath([...site.hashes].filter(([path]) => !site.library.notices.some((notice) => isOf(notice, path)))),
});
