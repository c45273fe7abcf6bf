/** The closed lists a version's front matter speaks in. Labels for people stand in `labels.ts`. */

/** A hedged statement ("we may have disclosed") is neither yes nor no. */
export const answers = ['yes', 'no', 'may'] as const;

/** Civ. Code 1798.140(v)(1) and (ae); `other` is the catch-all that some notices disclose under. */
export const categoryKeys = [
	'identifiers',
	'customerRecords',
	'protectedCharacteristics',
	'commercial',
	'biometric',
	'internetActivity',
	'geolocation',
	'sensory',
	'professional',
	'education',
	'inferences',
	'sensitive',
	'other',
] as const;
export type CategoryKey = (typeof categoryKeys)[number];

/** Civ. Code 1798.140(ae). */
export const sensitiveKinds = [
	'governmentId',
	'accountAccess',
	'preciseGeolocation',
	'originBeliefsOrUnion',
	'citizenship',
	'messageContents',
	'genetic',
	'neural',
	'biometricIdentification',
	'health',
	'sexLife',
] as const;

/** The rights a person can exercise; the names other programs use. */
export const rights = ['KNOW_CATEGORIES', 'KNOW_SPECIFIC', 'DELETE', 'CORRECT', 'OPT_OUT', 'LIMIT'] as const;
export type Right = (typeof rights)[number];

/** What an answer to an access request lists. */
export const accessItems = [
	'categories',
	'sources',
	'purposes',
	'thirdParties',
	'specificPieces',
	'disclosedCategories',
] as const;

/** Civ. Code 1798.105(d), and `otherLawfulUse`, which is no longer in the statute but still in many notices. */
export const deletionGrounds = [
	'transaction',
	'security',
	'debug',
	'speech',
	'calEcpa',
	'research',
	'internalUse',
	'legalObligation',
	'otherLawfulUse',
] as const;

/** Civ. Code 1798.125. */
export const discriminationActs = ['denyGoods', 'differentPrice', 'differentQuality', 'suggestDifference'] as const;

/** How a person came to be known to the organisation. */
export const populations = ['website', 'application', 'employee', 'customer'] as const;
export type Population = (typeof populations)[number];

/** Purposes that stand beside the listed ones: with consent, where law requires, in a merger or acquisition. */
export const furtherUses = ['consent', 'law', 'transaction'] as const;

export const methodKinds = ['telephone', 'form', 'email', 'post'] as const;

/** What an agent may have to show. */
export const agentProofs = [
	'writtenAuthorisation',
	'registration',
	'consumerIdentity',
	'consumerConfirmation',
] as const;

/** What a verifiable request needs. */
export const verificationNeeds = ['identity', 'description', 'addressConfirmation'] as const;

/** When a fee or a refusal is possible. */
export const feeGrounds = ['excessive', 'repetitive', 'unfounded'] as const;

export const changeClasses = ['editorial', 'substantive', 'material'] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** The kinds of change that are material; `schema/materiality` has a file for each. */
export const changeCodes = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10'] as const;
export type ChangeCode = (typeof changeCodes)[number];

export const directions = ['adverse', 'favourable', 'unclear'] as const;

/** What happens to a version that others hear of. */
export const versionEventTypes = ['versionAnnounced', 'versionInForce', 'versionWithdrawn'] as const;
export type VersionEventType = (typeof versionEventTypes)[number];

/** The laws whose rules of content a notice can be held to; `none` where another notice says what the law asks. */
export const laws = ['california', 'none'] as const;
export type Law = (typeof laws)[number];
