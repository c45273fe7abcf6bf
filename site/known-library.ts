import type { Edition, Library, Notice, Version } from '../schema/notice/model.ts';
import { isKnownAt } from '../schema/notice/timeline.ts';
import { describeFinding } from '../schema/source/findings.ts';
import { readLibrary } from '../schema/source/library.ts';
import { type Instant, startOfDay } from '../schema/time.ts';

export interface NoticesOptions {
	contentDir: string;
	builtAt: Instant;
	publicUrl: string;
	apiUrl: string;
	demo: string;
}

export interface Known extends NoticesOptions {
	library: Library;
	editions: Map<string, Edition>;
}

const keyOf = (version: Version, locale: string) => `${version.notice}/${version.id}/${locale}`;

/** Nothing that is not known yet may reach the bundle: neither a version to come nor a withdrawal to come. */
const knownOf = (notice: Notice, now: Instant): Notice => ({
	...notice,
	reviews: notice.reviews.filter((review) => startOfDay(review.on, notice.zone) <= now),
	versions: notice.versions
		.filter((version) => isKnownAt(version, now))
		.map((version) => (version.withdrawnAt && version.withdrawnAt > now ? { ...version, withdrawnAt: null } : version)),
});

/** The library as it is known at an instant; where the content is wrong, says what, where and how to mend it, and ends the build. */
export const readKnown = async (options: NoticesOptions): Promise<Known> => {
	const { library, findings } = await readLibrary(options.contentDir, { assumePublished: options.demo !== '' });
	const errors = findings.filter((finding) => finding.level === 'error');
	if (errors.length > 0) {
		for (const error of errors) console.error(describeFinding(error, options.contentDir));
		console.error(
			`Nothing was built: ${errors.length === 1 ? 'one error' : `${errors.length} errors`} in the content.`,
		);
		process.exit(1);
	}
	const notices = library.notices
		.map((notice) => knownOf(notice, options.builtAt))
		.filter((it) => it.versions.length > 0);
	const versions = notices.flatMap((notice) => notice.versions);
	const editions = versions.flatMap((version) =>
		Object.values(version.editions).map((edition): [string, Edition] => [keyOf(version, edition.locale), edition]),
	);
	const shown = new Set(versions.map((version) => `${version.notice}/${version.id}`));
	const ledger = library.ledger.filter((entry) => shown.has(`${entry.notice}/${entry.version}`));
	return { ...options, library: { ...library, notices, ledger }, editions: new Map(editions) };
};
