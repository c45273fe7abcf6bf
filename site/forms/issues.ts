import type { RefusalAnswer } from '../api/answers.ts';
import type { Outcome } from '../api/ask.ts';
import type { FieldsText } from '../text/forms-en.ts';
import type { Issue } from './values.ts';

/** No answer, which nobody but time can mend. */
export const unreachable = (text: FieldsText): Issue => ({ path: '', message: text.unreachable });

/** One field of the form names both the notice and the version that is objected to. */
const fieldOf = (path: readonly string[]) => (path[0] === 'notice' ? 'version' : path.join('.'));

/** One field can be to blame twice for the same. */
const isFirst = (issue: Issue, index: number, all: readonly Issue[]) =>
	all.findIndex((it) => it.path === issue.path && it.message === issue.message) === index;

const fromRefusal = (refusal: RefusalAnswer): Issue[] =>
	refusal.issues && refusal.issues.length > 0
		? refusal.issues.map((issue) => ({ path: fieldOf(issue.path), message: issue.message })).filter(isFirst)
		: [{ path: fieldOf(refusal.path), message: refusal.message }];

/** What to say at which field when something was not done. */
export const issuesOf = (outcome: Exclude<Outcome<unknown>, { kind: 'answer' }>, text: FieldsText): Issue[] =>
	outcome.kind === 'refusal' ? fromRefusal(outcome.refusal) : [unreachable(text)];
