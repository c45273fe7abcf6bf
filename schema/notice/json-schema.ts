import { z } from 'zod';
import { revision, translation } from './frontmatter.ts';

/** JSON Schema of what an author writes between the two lines of `---`: of a version, or of a translation of one. */
export const frontMatterJsonSchema = (): Record<string, unknown> => {
	const either = z.union([revision, translation]);
	return { title: 'Front matter of a notice', ...z.toJSONSchema(either, { io: 'input' }) };
};
