import { f1SchemaValid } from './f1-schema-valid.ts';
import { f2IdIsEffectiveDate } from './f2-id-is-effective-date.ts';
import { f3PredecessorChain } from './f3-predecessor-chain.ts';
import { f4PublishedIsFrozen } from './f4-published-is-frozen.ts';
import { f5TextDiffers } from './f5-text-differs.ts';
import { f6NoPlaceholders } from './f6-no-placeholders.ts';
import { f7NoTypedDates } from './f7-no-typed-dates.ts';
import { f8SectionIds } from './f8-section-ids.ts';
import { f9LinksResolve } from './f9-links-resolve.ts';
import { f10WholeTables } from './f10-whole-tables.ts';
import { f11AllowList } from './f11-allow-list.ts';
import { f12HeadingLevels } from './f12-heading-levels.ts';
import { f13Slips } from './f13-slips.ts';
import { f14Changes } from './f14-changes.ts';
import { f15People } from './f15-people.ts';
import { f16Translations } from './f16-translations.ts';
import { f17EasyToRead } from './f17-easy-to-read.ts';
import { f18Keys } from './f18-keys.ts';
import { f19Withdrawals } from './f19-withdrawals.ts';
import { f20ReservedNames } from './f20-reserved-names.ts';
import { f21Acceptances } from './f21-acceptances.ts';
import { f22Incorporates } from './f22-incorporates.ts';
import { m11DeclaredClass } from './m11-declared-class.ts';
import { m12ClassReason } from './m12-class-reason.ts';
import type { Rule } from './rule.ts';
import { t1LeadTime } from './t1-lead-time.ts';

/** The editor's rules of form: breaking one of level error stops a build. */
export const formRules: readonly Rule[] = [
	f1SchemaValid,
	f2IdIsEffectiveDate,
	f3PredecessorChain,
	f4PublishedIsFrozen,
	f5TextDiffers,
	f6NoPlaceholders,
	f7NoTypedDates,
	f8SectionIds,
	f9LinksResolve,
	f10WholeTables,
	f11AllowList,
	f12HeadingLevels,
	f13Slips,
	f14Changes,
	f15People,
	f16Translations,
	f17EasyToRead,
	f18Keys,
	f19Withdrawals,
	f20ReservedNames,
	f21Acceptances,
	f22Incorporates,
	m11DeclaredClass,
	m12ClassReason,
	t1LeadTime,
];

/** Whether a rule leaves alone what was published elsewhere before. */
export const sparesHistory = (id: string): boolean => formRules.some((it) => it.id === id && it.sparesHistory);
