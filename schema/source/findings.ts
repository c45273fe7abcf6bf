import { join } from 'node:path';
import type { Finding } from '../notice/model.ts';

/** Whether nothing may be built from the content: what a law wants said never stops a page that people rely on. */
export const stopsBuild = ({ level, kind }: Finding): boolean => level === 'error' && kind === 'form';

/** What to read to know why: the law for a rule of content; a rule of form explains itself in the guide. */
const reasonOf = ({ kind, citation, accepted }: Finding): string =>
	`${kind === 'content' ? ` [${citation}]` : ''}${accepted ? `\n    Accepted: ${accepted}` : ''}`;

/** A finding in two lines for people: where it is, the rule and the field; then what is wrong and how to mend it. */
export const describeFinding = (finding: Finding, contentDir: string): string => {
	const { file, line, rule, field, message } = finding;
	const place = join(contentDir, file);
	const level = finding.accepted ? 'accepted' : finding.level;
	return `${line ? `${place}:${line}` : place}  ${level} ${rule}${field ? `  ${field}` : ''}\n    ${message}${reasonOf(finding)}`;
};
