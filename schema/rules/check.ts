import type { Finding } from '../notice/model.ts';
import { f1SchemaValid } from './f1-schema-valid.ts';
import { f2IdIsEffectiveDate } from './f2-id-is-effective-date.ts';
import { f3PredecessorChain } from './f3-predecessor-chain.ts';
import { f4PublishedIsFrozen } from './f4-published-is-frozen.ts';
import { f5TextDiffers } from './f5-text-differs.ts';
import { f6NoPlaceholders } from './f6-no-placeholders.ts';
import { f8SectionIds } from './f8-section-ids.ts';
import { f9LinksResolve } from './f9-links-resolve.ts';
import { f11AllowList } from './f11-allow-list.ts';
import { f14Changes } from './f14-changes.ts';
import { f15People } from './f15-people.ts';
import { f16Translations } from './f16-translations.ts';
import { f18Keys } from './f18-keys.ts';
import { f19Withdrawals } from './f19-withdrawals.ts';
import { f20ReservedNames } from './f20-reserved-names.ts';
import type { CheckContext, Rule } from './rule.ts';
import { t1LeadTime } from './t1-lead-time.ts';

/** The editor's rules of form: breaking one of level error stops a build. */
export const formRules: readonly Rule[] = [
	f1SchemaValid,
	f2IdIsEffectiveDate,
	f3PredecessorChain,
	f4PublishedIsFrozen,
	f5TextDiffers,
	f6NoPlaceholders,
	f8SectionIds,
	f9LinksResolve,
	f11AllowList,
	f14Changes,
	f15People,
	f16Translations,
	f18Keys,
	f19Withdrawals,
	f20ReservedNames,
	t1LeadTime,
];

/** Warnings that a version waives with a reason; nothing waives an error. */
const isWaived = (finding: Finding, { notices }: CheckContext): boolean =>
	finding.level === 'warning' &&
	notices
		.flatMap((it) => it.versions)
		.filter((it) => [it.canonical, ...it.translations].some((draft) => draft.file === finding.file))
		.some((it) => it.version.revision.waivers.some((waiver) => waiver.rule === finding.rule));

/** Everything that breaks one of the rules, by file and line. */
export const check = (context: CheckContext, rules: readonly Rule[] = formRules): Finding[] =>
	rules
		.flatMap((rule) => rule.check(context).map((flaw): Finding => ({ level: rule.level, ...flaw, rule: rule.id })))
		.filter((finding) => !isWaived(finding, context))
		.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
