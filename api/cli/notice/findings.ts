import { relative } from 'node:path';
import type { Finding } from '../../../schema/notice/model.ts';
import { describeFinding } from '../../../schema/source/findings.ts';

/** Whether a finding has to be mended, or accepted, before the text can be merged. */
export const isError = (it: Finding): boolean => it.level === 'error' && !it.accepted;

/** `3 errors`, `1 entry`. */
export const count = (number: number, word: string, plural = `${word}s`): string =>
	`${number} ${number === 1 ? word : plural}`;

/** Prints findings a line each, files named as from the folder that the command was called in. */
export const printFindings = (findings: readonly Finding[], contentDir: string): void => {
	for (const finding of findings) console.log(describeFinding(finding, relative(process.cwd(), contentDir)));
};
