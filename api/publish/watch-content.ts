import { ContentError } from './builds.ts';
import { signatureOf } from './content.ts';

/** After work that failed, so many looks pass before it is tried again: a build costs more than a look. */
const looksBetweenTries = 12;

/**
 * A function that looks at a content folder and runs `work` for each change of it, as soon as two looks in a row find it the
 * same: an editor or a checkout writes file after file. Work that fails is tried again later, save for content that is
 * invalid, which only a change can mend.
 */
export const watchContent = (contentDir: string): ((work: () => Promise<void>) => Promise<void>) => {
	let done = '';
	let pending = '';
	let pause = 0;
	return async (work) => {
		const found = await signatureOf(contentDir);
		const settled = found === pending;
		pending = found;
		if (!settled) pause = 0;
		if (!settled || found === done || pause-- > 0) return;
		try {
			await work();
			done = found;
		} catch (error) {
			if (error instanceof ContentError) done = found;
			else pause = looksBetweenTries;
			throw error;
		}
	};
};
