import type { Finding, Library } from '../../../schema/notice/model.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { type Command, contentHelp, printJson, readContentOptions } from './command.ts';
import { count, isError, printFindings } from './findings.ts';

const tally = (findings: readonly Finding[]) => {
	const errors = findings.filter(isError).length;
	return { errors, warnings: findings.length - errors };
};

const summaryOf = (findings: readonly Finding[], { notices }: Library) => {
	const { errors, warnings } = tally(findings);
	const versions = notices.reduce((sum, it) => sum + it.versions.length, 0);
	return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(notices.length, 'notice')} with ${count(versions, 'version')}.`;
};

export const check: Command = {
	summary: 'Say what is wrong with the notices, by file, line and field.',
	help: contentHelp,
	run: async (args) => {
		const { contentDir, json } = readContentOptions(args);
		const { library, findings } = await readLibrary(contentDir);
		const { errors, warnings } = tally(findings);
		if (json) printJson({ errors, warnings, findings });
		else {
			printFindings(findings, contentDir);
			console.log(summaryOf(findings, library));
		}
		return errors ? 1 : 0;
	},
};
