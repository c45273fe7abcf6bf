import { parseArgs } from 'node:util';
import type { Finding, Library } from '../../../schema/notice/model.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { annotationOf } from './annotation.ts';
import {
	atHelp,
	atOption,
	type Command,
	contentDirOf,
	contentHelp,
	contentOptions,
	instantOf,
	printJson,
	UsageError,
} from './command.ts';
import { count, isError, printFindings } from './findings.ts';

interface Result {
	contentDir: string;
	library: Library;
	findings: Finding[];
}

const tally = (findings: readonly Finding[]) => {
	const errors = findings.filter(isError).length;
	const accepted = findings.filter((it) => it.accepted).length;
	return { errors, warnings: findings.length - errors - accepted, accepted };
};

const summaryOf = ({ findings, library: { notices } }: Result) => {
	const { errors, warnings, accepted } = tally(findings);
	const versions = notices.reduce((sum, it) => sum + it.versions.length, 0);
	const counts = [count(errors, 'error'), count(warnings, 'warning'), ...(accepted ? [`${accepted} accepted`] : [])];
	return `${counts.join(', ')} in ${count(notices.length, 'notice')} with ${count(versions, 'version')}.`;
};

const formats = {
	text: (result: Result) => {
		printFindings(result.findings, result.contentDir);
		console.log(summaryOf(result));
	},
	json: ({ findings }: Result) => printJson({ ...tally(findings), findings }),
	github: (result: Result) => {
		for (const finding of result.findings) console.log(annotationOf(finding, result.contentDir));
		console.log(summaryOf(result));
	},
} as const;

const formatOf = (name: string): keyof typeof formats => {
	const known = Object.keys(formats) as (keyof typeof formats)[];
	const format = known.find((it) => it === name);
	if (!format) throw new UsageError(`--format: expected ${known.join(', ')}, found '${name}'.`);
	return format;
};

export const check: Command = {
	summary: 'Say what is wrong with the notices, by file, line and field.',
	help: `${atHelp}
  --format <format>   text, json, or github: annotations of a workflow. text if left out.
${contentHelp}`,
	run: async (args) => {
		const options = { ...contentOptions, ...atOption, format: { type: 'string', default: 'text' } } as const;
		const { values } = parseArgs({ args, options });
		const print = formats[formatOf(values.json ? 'json' : values.format)];
		const contentDir = contentDirOf(values);
		const result = { contentDir, ...(await readLibrary(contentDir, { now: instantOf(values) })) };
		print(result);
		return tally(result.findings).errors ? 1 : 0;
	},
};
