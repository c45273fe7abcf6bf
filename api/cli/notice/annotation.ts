import { join, relative, resolve } from 'node:path';
import type { Finding } from '../../../schema/notice/model.ts';

const escapeText = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string) => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A path below the working folder as seen from it; any other whole, and the runner cuts it to fit the repository. */
const pathFor = (file: string) => {
	const path = relative(process.cwd(), file);
	return (path.startsWith('..') ? resolve(file) : path).replaceAll('\\', '/');
};

/**
 * A finding as a workflow command of GitHub Actions, which shows it beside its line in the pull request: an error, a warning,
 * or, where it was accepted, a notice. Source: GitHub Docs, "Workflow commands for GitHub Actions".
 */
export const annotationOf = (finding: Finding, contentDir: string): string => {
	const { file, line, level, rule, field, message, citation, accepted } = finding;
	const properties = [
		`file=${escapeProperty(pathFor(join(contentDir, file)))}`,
		...(line ? [`line=${line}`] : []),
		`title=${escapeProperty([rule, field].filter(Boolean).join(' '))}`,
	];
	const text = accepted ? `${message}\nAccepted: ${accepted}` : message;
	return `::${accepted ? 'notice' : level} ${properties.join(',')}::${escapeText(`${text}\n${citation}`)}`;
};
