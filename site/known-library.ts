import { knownAt } from '../schema/notice/known.ts';
import type { Library } from '../schema/notice/model.ts';
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
}

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
	return { ...options, library: knownAt(library, options.builtAt) };
};
