import type { RefusalAnswer } from '../api/answers.ts';
import type { Outcome } from '../api/ask.ts';
import type { Issue } from './values.ts';

export const unreachable: Issue = {
	path: '',
	message:
		'We could not take this just now, and nothing was recorded. Your answers are still here: please send them again in a moment.',
};

const fromRefusal = (refusal: RefusalAnswer): Issue[] =>
	refusal.issues && refusal.issues.length > 0
		? refusal.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
		: [{ path: refusal.path.join('.'), message: refusal.message }];

/** What to say at which field when something was not done. */
export const issuesOf = (outcome: Exclude<Outcome<unknown>, { kind: 'answer' }>): Issue[] =>
	outcome.kind === 'refusal' ? fromRefusal(outcome.refusal) : [unreachable];
