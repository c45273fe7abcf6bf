import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSeq, parseDocument } from 'yaml';
import type { Library, Notice } from '../../../schema/notice/model.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { dateIn, type PlainDate } from '../../../schema/time.ts';
import {
	atHelp,
	atOption,
	type Command,
	contentDirOf,
	contentHelp,
	contentOptions,
	instantOf,
	noticeNamed,
	printJson,
	UsageError,
} from './command.ts';
import { replaceFile } from './replace-file.ts';

type Review = Notice['reviews'][number];

const personNamed = (by: string | undefined, { people }: Library): string => {
	const known = people.map((it) => it.id);
	if (by && known.includes(by)) return by;
	const found = by ? `'${by}' is not in people.yaml.` : 'Say who reviewed it.';
	throw new UsageError(`--by: ${found} Name one of ${known.join(', ') || '(nobody yet)'}.`);
};

const refuseEarlier = (on: PlainDate, { slug, reviews }: Notice): void => {
	const later = reviews.find((it) => it.on >= on);
	if (later) throw new UsageError(`'${slug}' was reviewed on ${later.on} by ${later.by} already.`);
};

/** A notice.yaml with one more review at the end of its list; its comments and all else stay. */
const withReview = (source: string, review: Review): string => {
	const document = parseDocument(source);
	const reviews = document.get('reviews');
	if (isSeq(reviews)) {
		reviews.flow = false;
		reviews.add(document.createNode(review));
	} else document.set('reviews', document.createNode([review]));
	// Brackets are written as the author writes them, so that only the new lines differ.
	return document.toString({ lineWidth: 0, flowCollectionPadding: !/\[\S/.test(source) });
};

export const review: Command = {
	summary: 'Record in notice.yaml that a notice was reviewed and needs no new version.',
	help: `  <notice>            The notice, by the name of its folder.
  --by <person>       Who reviewed it: an id of people.yaml.
${atHelp}
${contentHelp}`,
	run: async (args) => {
		const options = { ...contentOptions, ...atOption, by: { type: 'string' } } as const;
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const contentDir = contentDirOf(values);
		const { library } = await readLibrary(contentDir);
		const notice = noticeNamed(library, positionals);
		const by = personNamed(values.by, library);
		const on = dateIn(instantOf(values), notice.zone);
		refuseEarlier(on, notice);
		const file = join(contentDir, 'notices', notice.slug, 'notice.yaml');
		await replaceFile(file, withReview(await readFile(file, 'utf8'), { on, by }));
		if (values.json) printJson({ notice: notice.slug, on, by });
		else console.log(`Recorded in notice.yaml: ${notice.slug} was reviewed on ${on} by ${by}.`);
		return 0;
	},
};
