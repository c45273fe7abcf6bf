import { readFile } from 'node:fs/promises';
import { deserialize } from 'node:v8';
import { knownAt } from '../schema/notice/known.ts';
import type { Library } from '../schema/notice/model.ts';
import { describeFinding, stopsBuild } from '../schema/source/findings.ts';
import { readLibrary } from '../schema/source/library.ts';
import type { Instant } from '../schema/time.ts';

export interface NoticesOptions {
	contentDir: string;
	/** What the server that starts this build has read of it; where absent, it is read here. */
	libraryFile: string | undefined;
	builtAt: Instant;
	publicUrl: string;
	apiUrl: string;
	demo: string;
}

export interface Known extends NoticesOptions {
	library: Library;
}

/** Where the content is wrong, says what, where and how to mend it, and ends the build. */
const readContent = async (options: NoticesOptions): Promise<Library> => {
	const { library, findings } = await readLibrary(options.contentDir, { assumePublished: options.demo !== '' });
	const errors = findings.filter(stopsBuild);
	if (errors.length > 0) {
		for (const error of errors) console.error(describeFinding(error, options.contentDir));
		console.error(
			`Nothing was built: ${errors.length === 1 ? 'one error' : `${errors.length} errors`} in the content.`,
		);
		process.exit(1);
	}
	return library;
};

/** The library as it is known at an instant. */
export const readKnown = async (options: NoticesOptions): Promise<Known> => {
	const { libraryFile, builtAt } = options;
	// The server wrote its own library there, as it is, for this build alone.
	const library: Library = libraryFile ? deserialize(await readFile(libraryFile)) : await readContent(options);
	return { ...options, library: knownAt(library, builtAt) };
};
