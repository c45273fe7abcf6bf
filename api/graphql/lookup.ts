import type { Edition, Notice, Version } from '../../schema/notice/model.ts';
import { statusAt, timelineAt } from '../../schema/notice/timeline.ts';
import type { ApiContext } from '../context.ts';

/** A version beside the notice that it is one of. */
export interface VersionOf {
	notice: Notice;
	version: Version;
}

type Knowing = Pick<ApiContext, 'library' | 'now'>;

/** A notice of which something is known; one not yet announced is answered like one that does not exist. */
const isKnown = (notice: Notice, now: ApiContext['now']) => timelineAt(notice, now).visible.length > 0;

export const knownNotices = ({ library, now }: Knowing): Notice[] =>
	library.notices.filter((notice) => isKnown(notice, now));

export const noticeBySlug = (context: Knowing, slug: string): Notice | null =>
	knownNotices(context).find((notice) => notice.slug === slug) ?? null;

export const versionOf = (notice: Notice, version: Version | null): VersionOf | null =>
	version ? { notice, version } : null;

/** A known version by its name. */
export const versionById = (context: Knowing, slug: string, id: string): VersionOf | null => {
	const notice = noticeBySlug(context, slug);
	const version = notice?.versions.find((it) => it.id === id);
	return notice && version && statusAt(notice, version, context.now) ? { notice, version } : null;
};

/** What stands under a language; `constructor` and the like are none. */
const under = <T>(byLocale: Readonly<Record<string, T>>, locale: string | null | undefined): T | undefined =>
	locale && Object.hasOwn(byLocale, locale) ? byLocale[locale] : undefined;

/** The edition in a language; the controlling one where there is none in that language, or none is asked for. */
export const editionIn = ({ notice, version }: VersionOf, locale?: string | null): Edition => {
	const edition = under(version.editions, locale) ?? under(version.editions, notice.locales[0]);
	if (!edition) throw new TypeError(`${version.notice} ${version.id} has no controlling edition`);
	return edition;
};

/** The title of a notice in a language, else in the controlling one. */
export const titleIn = ({ title, locales, slug }: Notice, locale?: string | null): string =>
	under(title, locale) ?? under(title, locales[0]) ?? slug;

/** A version that something was recorded under, whatever has become of it since. */
export const recordedVersion = ({ library }: Knowing, slug: string, id: string): VersionOf => {
	const notice = library.notices.find((it) => it.slug === slug);
	const version = notice?.versions.find((it) => it.id === id);
	if (!notice || !version) throw new TypeError(`${slug} ${id} is no longer among the content`);
	return { notice, version };
};
