import { join } from 'node:path';
import type { Finding } from '../notice/model.ts';

/** A finding in two lines for people: where it is, the rule and the field; then what is wrong and how to mend it. */
export const describeFinding = (finding: Finding, contentDir: string): string => {
	const { file, line, level, rule, field, message } = finding;
	const place = join(contentDir, file);
	return `${line ? `${place}:${line}` : place}  ${level} ${rule}${field ? `  ${field}` : ''}\n    ${message}`;
};
