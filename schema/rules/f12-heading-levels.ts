import type { Flaw } from '../notice/parse.ts';
import { type EditionDraft, eachEdition, type Rule } from './rule.ts';
import { lineOfNode } from './walk.ts';

const checkHeadings = ({ root }: EditionDraft): Flaw[] => {
	const headings = root.children.filter((it) => it.type === 'heading').filter((it) => it.depth > 1);
	return headings.flatMap((heading, index) => {
		const most = (headings[index - 1]?.depth ?? 1) + 1;
		if (heading.depth <= most) return [];
		const message = `A heading of level ${heading.depth} where one of level ${most} is the deepest that can follow. Write ${'#'.repeat(most)}.`;
		return [{ line: lineOfNode(heading), message }];
	});
};

/** Headings go down one level at a time, beginning below the title. */
export const f12HeadingLevels: Rule = {
	id: 'F12',
	level: 'error',
	citation: 'WCAG 2.2, 1.3.1: the levels of headings are the structure of the text.',
	sparesHistory: true,
	check: (context) => eachEdition(context, checkHeadings),
};
