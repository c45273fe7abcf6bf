/** What is said to be held and never disclosed (11 CCR § 7024(d)). */
export const withheldKinds = [
	'governmentId',
	'financialAccount',
	'healthInsuranceId',
	'password',
	'securityAnswer',
	'biometric',
] as const;
export type WithheldKind = (typeof withheldKinds)[number];

/** The kinds in words, after "Held, never disclosed:". */
export const withheldWords: Readonly<Record<WithheldKind, string>> = {
	governmentId: 'a social security, driver’s licence or other government identification number',
	financialAccount: 'a financial account number',
	healthInsuranceId: 'a health insurance or medical identification number',
	password: 'an account password',
	securityAnswer: 'a security question or its answer',
	biometric: 'unique biometric data',
};

/** What an erasure does with a person's rows of a table. */
export const erasures = ['rows', 'columns', 'keep'] as const;

/** Who holds the data of a system: the organisation itself, or somebody who received it (Cal. Civ. Code 1798.140). */
export const holders = ['business', 'serviceProvider', 'contractor', 'thirdParty'] as const;
export type Holder = (typeof holders)[number];
