import { isMap, isPair, isScalar, parseDocument } from 'yaml';
import { promises } from '../../../schema/notice/frontmatter.ts';
import { frontMatterOf } from '../../../schema/notice/parse.ts';
import type { ChangeClass } from '../../../schema/notice/vocabulary.ts';
import { addDays, addSeconds, dateIn, type Instant, startOfDay, withOffset } from '../../../schema/time.ts';
import type { NextDates } from './next-dates.ts';

/** What the next revision is to be. */
export interface Next {
	version: string;
	predecessor: string;
	class: ChangeClass;
	dates: NextDates;
	zone: string;
}

/** Where a field begins, with the lines of comment right above it. */
const startOf = (frontMatter: string, key: number): number =>
	key - (/(?:^#.*\n)*$/m.exec(frontMatter.slice(0, key))?.[0].length ?? 0);

/** The lines of each top-level field of a front matter, as its author wrote them. */
const fieldsOf = (frontMatter: string): [key: string, lines: string][] => {
	const { contents } = parseDocument(frontMatter);
	const pairs = isMap(contents) ? contents.items.filter(isPair) : [];
	const starts = pairs.map(({ key }) => startOf(frontMatter, isScalar(key) ? (key.range?.[0] ?? 0) : 0));
	return pairs.map(({ key }, index) => [String(key), frontMatter.slice(starts[index], starts[index + 1])]);
};

const keep = (frontMatter: string, keys: readonly string[]): string =>
	fieldsOf(frontMatter)
		.filter(([key]) => keys.includes(key))
		.map(([, lines]) => lines)
		.join('');

const bodyOf = (source: string, frontMatter: string): string =>
	source.slice(source.indexOf(frontMatter) + frontMatter.length);

/** The last second of the day on which a window has been open for as long as was promised. */
const closesAt = ({ dates, zone }: Next): Instant => {
	const on = addDays(dateIn(dates.announcedAt, zone), dates.objectionDays);
	return addSeconds(startOfDay(addDays(on, 1), zone), -1);
};

const objectionOf = (next: Next): string => {
	if (!next.dates.objectionDays) return '';
	const at = (instant: Instant) => withOffset(instant, next.zone);
	return `# ${next.dates.inForce} promises ${next.dates.objectionDays} days for objections. Leave this out if the change is to the reader's good.
objection:
  opensAt: ${at(next.dates.announcedAt)}
  closesAt: ${at(closesAt(next))}
  effect: 'TODO: what an objection does, in words for people.'
# A change for the worse says which data it reaches; appliesTo: all needs consent: { mechanism, url }.
# reach:
#   categories: [geolocation]
#   appliesTo: new-data-only
`;
};

const noticeOf = ({ class: kind, dates }: Next): string => {
	if (!dates.leadDays) return `# A change of class ${kind} takes effect as soon as it is announced.`;
	return `# ${dates.leadDays} days of notice at least stand before a ${kind} change, as ${dates.inForce} promises. The file is named by this day.`;
};

const headOf = (next: Next, title: string): string => `version: ${next.version}
${title}# When it becomes known. Run 'npm run notice -- publish' then: before that nobody sees it, and the notice does not run.
announcedAt: ${withOffset(next.dates.announcedAt, next.zone)}
${noticeOf(next)}
effectiveAt: ${withOffset(next.dates.effectiveAt, next.zone)}
predecessor: ${next.predecessor}
# editorial: only looks. substantive: the words say something else. material: what people were promised changes.
class: ${next.class}
# adverse, favourable or unclear: whether the change is to the reader's good.
direction: unclear
summary: 'TODO: what changed, in 20 to 140 characters.'
# A line for each section that changed, such as { section: rights, summary: … }. The check names those that differ.
changes: []
# Who wrote it and who read it, by their ids in people.yaml.
# author: …
# reviewer: …
${objectionOf(next)}
`;

/** The next revision of a controlling text: its promises and words as they are, and what tells of the change to be filled in. */
export const nextText = (source: string, next: Next): string => {
	const frontMatter = frontMatterOf(source) ?? '';
	const kept = keep(frontMatter, Object.keys(promises.shape));
	return `---\n${headOf(next, keep(frontMatter, ['title']))}${kept}${bodyOf(source, frontMatter)}`;
};

/** The same of a translation, which is out of date until its `translationOf` is the hash that the check names. */
export const nextTranslation = (source: string, version: string): string => {
	const frontMatter = frontMatterOf(source) ?? '';
	return `---
version: ${version}
${keep(frontMatter, ['title'])}# The check names the hash to write here when the translation is done.
translationOf: '${'0'.repeat(64)}'
summary: 'TODO: what changed, in this language.'
# The same sections in the same order.
changes: []
${keep(frontMatter, ['words'])}${bodyOf(source, frontMatter)}`;
};
