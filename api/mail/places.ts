import { siteFolder } from '../../schema/notice/address.ts';
import type { Edition, Library, Notice, Version } from '../../schema/notice/model.ts';
import { isKnownAt } from '../../schema/notice/timeline.ts';
import type { LetterScope } from './context.ts';
import type { Frame } from './letter.ts';
import type { LetterLocale } from './words.ts';

/** The address of a page that belongs to no notice, in the language of a letter where it stands in it. */
export const pageUrl = (
	{ library, now, publicUrl }: Pick<LetterScope, 'library' | 'now' | 'publicUrl'>,
	locale: LetterLocale,
	path: string,
): string => publicUrl + siteFolder(library.notices, locale, (version) => isKnownAt(version, now)) + path;

/** A version in the language of a letter. */
export interface Place {
	notice: Notice;
	version: Version;
	edition: Edition;
	title: string;
	zone: string;
	url: string;
	/** Of the notice: what is in force stands there. */
	noticeUrl: string;
	compareUrl: string | null;
}

const editionFor = (notice: Notice, version: Version, locale: string): Edition | undefined => {
	const controlling = notice.locales[0];
	return version.editions[locale] ?? (controlling === undefined ? undefined : version.editions[controlling]);
};

/** Other languages than the controlling one live under their own folder. */
const folderOf = (notice: Notice, locale: string) =>
	locale === notice.locales[0] ? notice.slug : `${locale}/${notice.slug}`;

/** Title of a notice in a language, else in its controlling one. */
export const titleOf = (notice: Notice, locale: string): string =>
	notice.title[locale] ?? notice.title[notice.locales[0] ?? ''] ?? notice.slug;

/** Where a version stands and what it is called; null where the content no longer has it. */
export const placeOf = (
	{ library, publicUrl }: { library: Library; publicUrl: string },
	slug: string,
	id: string,
	locale: string,
): Place | null => {
	const notice = library.notices.find((it) => it.slug === slug);
	const version = notice?.versions.find((it) => it.id === id);
	const edition = notice && version && editionFor(notice, version, locale);
	if (!notice || !version || !edition) return null;
	const folder = folderOf(notice, edition.locale);
	const { predecessor } = version.revision;
	return {
		notice,
		version,
		edition,
		title: titleOf(notice, edition.locale),
		zone: notice.zone,
		url: `${publicUrl}/${folder}/${id}/`,
		noticeUrl: `${publicUrl}/${folder}/`,
		compareUrl: predecessor ? `${publicUrl}/${notice.slug}/compare/${predecessor}...${id}/` : null,
	};
};

/** The foot of a letter about one version. */
export const frameOf = (library: Library, place: Place, leaveUrl: string | null = null): Frame => ({
	organisation: library.organisation,
	notice: { title: place.title, version: place.version.id, url: place.url },
	leaveUrl,
});
