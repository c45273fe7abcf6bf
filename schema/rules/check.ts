import type { Finding } from '../notice/model.ts';
import { contentRules } from './content-rules.ts';
import { formRules } from './form-rules.ts';
import type { CheckContext, Rule } from './rule.ts';
import { settle } from './settle.ts';

const find = (rules: readonly Rule[], kind: Finding['kind'], context: CheckContext): Finding[] =>
	rules.flatMap((rule) => rule.check(context).flatMap((flaw) => settle(flaw, rule, kind, context) ?? []));

/** Everything that breaks one of the rules, by file and line; the rules of content are asked where `now` is given. */
export const check = (context: CheckContext): Finding[] =>
	[...find(formRules, 'form', context), ...(context.now ? find(contentRules, 'content', context) : [])].sort((a, b) =>
		a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1,
	);
