import type { Library } from '../../schema/notice/model.ts';
import { unpublishedAt } from '../../schema/notice/timeline.ts';
import type { Instant } from '../../schema/time.ts';

/** A line for each version that its author has announced and nobody has published: it is shown nowhere, and says so here. */
export const unpublishedLines = ({ notices }: Pick<Library, 'notices'>, now: Instant): string[] =>
	notices
		.flatMap((notice) => unpublishedAt(notice, now))
		.map(
			({ notice, id }) =>
				`Not shown: notices/${notice}/${id}.mdx is announced by its own date, but not in ledger.json. Publish it with 'notice publish', and --imported if it was public elsewhere before.`,
		);
