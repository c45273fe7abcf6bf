import { knownAt } from '../schema/notice/known.ts';
import type { Edition, Library, Version } from '../schema/notice/model.ts';
import { describeFinding, stopsBuild } from '../schema/source/findings.ts';
import { readLibrary } from '../schema/source/library.ts';
import type { Instant } from '../schema/time.ts';

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

/** The library as it is known at an instant; where the content is wrong, says what, where and how to mend it, and ends the build. */
export const readKnown = async (options: NoticesOptions): Promise<Known> => {
	const { library, findings } = await readLibrary(options.contentDir, { assumePublished: options.demo !== '' });
	const errors = findings.filter(stopsBuild);
	if (errors.length > 0) {
		for (const error of errors) console.error(describeFinding(error, options.contentDir));
		console.error(
			`Nothing was built: ${errors.length === 1 ? 'one error' : `${errors.length} errors`} in the content.`,
		);
		process.exit(1);
	}
	const known = knownAt(library, options.builtAt);
	const versions = known.notices.flatMap((notice) => notice.versions);
	const editions = versions.flatMap((version) =>
		Object.values(version.editions).map((edition): [string, Edition] => [keyOf(version, edition.locale), edition]),
	);
	return { ...options, library: known, editions: new Map(editions) };
};
