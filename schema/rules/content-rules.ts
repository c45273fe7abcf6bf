import { c1Categories } from './c1-categories.ts';
import { c2Collection } from './c2-collection.ts';
import { c3SaleAndSharing } from './c3-sale-and-sharing.ts';
import { c4Disclosure } from './c4-disclosure.ts';
import { c5Children } from './c5-children.ts';
import { c6Sensitive } from './c6-sensitive.ts';
import { c7Rights } from './c7-rights.ts';
import { c8Date } from './c8-date.ts';
import { c9Figures } from './c9-figures.ts';
import { c10RefersToPolicy } from './c10-refers-to-policy.ts';
import { c11YearlyReview } from './c11-yearly-review.ts';
import { c12AgreesWithItself } from './c12-agrees-with-itself.ts';
import { c13OtherStatements } from './c13-other-statements.ts';
import { c14AutomatedDecisions } from './c14-automated-decisions.ts';
import { c15Tracking } from './c15-tracking.ts';
import { c16WaysToAsk } from './c16-ways-to-ask.ts';
import { c17Verification } from './c17-verification.ts';
import { c18Agents } from './c18-agents.ts';
import { c19Signal } from './c19-signal.ts';
import { c20Contact } from './c20-contact.ts';
import { c21AccessPeriod } from './c21-access-period.ts';
import { c22DeletionGrounds } from './c22-deletion-grounds.ts';
import { c23NoDeemedConsent } from './c23-no-deemed-consent.ts';
import { c24NoServiceWarning } from './c24-no-service-warning.ts';
import { c25Periods } from './c25-periods.ts';
import { c26ObjectingIsFree } from './c26-objecting-is-free.ts';
import type { Rule } from './rule.ts';
import { t2AnnouncedIsFrozen } from './t2-announced-is-frozen.ts';
import { t6EveryVersionComesOrGoes } from './t6-every-version-comes-or-goes.ts';

/** The rules of content: breaking one of level error blocks a merge until it is mended or accepted by name; none ever stops a build. */
export const contentRules: readonly Rule[] = [
	c1Categories,
	c2Collection,
	c3SaleAndSharing,
	c4Disclosure,
	c5Children,
	c6Sensitive,
	c7Rights,
	c8Date,
	c9Figures,
	c10RefersToPolicy,
	c11YearlyReview,
	c12AgreesWithItself,
	c13OtherStatements,
	c14AutomatedDecisions,
	c15Tracking,
	c16WaysToAsk,
	c17Verification,
	c18Agents,
	c19Signal,
	c20Contact,
	c21AccessPeriod,
	c22DeletionGrounds,
	c23NoDeemedConsent,
	c24NoServiceWarning,
	c25Periods,
	c26ObjectingIsFree,
	t2AnnouncedIsFrozen,
	t6EveryVersionComesOrGoes,
];

/** Where a rule of content comes from; empty for a rule that there is no more. */
export const citationOf = (id: string): string => contentRules.find((it) => it.id === id)?.citation ?? '';
