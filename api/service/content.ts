import type { Library, Notice, Version } from '../../schema/notice/model.ts';
import { statusAt, timelineAt } from '../../schema/notice/timeline.ts';
import type { Environment } from './environment.ts';

type Reading = Pick<Environment, 'library' | 'now'>;

/** A notice of which something is known; what is not announced is answered like what does not exist. */
export const knownNotice = ({ library, now }: Reading, slug: string): Notice | null =>
	library.notices.find((it) => it.slug === slug && timelineAt(it, now).visible.length > 0) ?? null;

/** A version of which something is known. */
export const knownVersion = (notice: Notice, id: string, now: Environment['now']): Version | null =>
	notice.versions.find((it) => it.id === id && statusAt(notice, it, now) !== null) ?? null;

/** The version in force of each notice that has one. */
export const versionsInForce = ({ library, now }: Reading): { notice: Notice; version: Version }[] =>
	library.notices.flatMap((notice) => {
		const version = timelineAt(notice, now).current;
		return version ? [{ notice, version }] : [];
	});

/** The language of a notice that comes nearest to those wished for, the first wish first; else the controlling one. */
export const localeFor = (notice: Pick<Notice, 'locales'>, ...wishes: (string | null | undefined)[]): string => {
	const candidates = wishes.flatMap((wish) => (wish ? [wish, wish.split('-')[0] ?? wish] : []));
	return candidates.find((it) => notice.locales.includes(it)) ?? notice.locales[0] ?? 'en';
};

/** Every language that any notice is published in. */
export const localesOf = (library: Library): string[] => [
	...new Set(library.notices.flatMap(({ locales }) => locales)),
];
