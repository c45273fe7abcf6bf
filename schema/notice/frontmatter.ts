import { z } from 'zod';
import { objectionEffects } from '../objection/vocabulary.ts';
import { regimes } from '../regimes/regimes.ts';
import { instantField } from '../time.ts';
import { incorporates } from './incorporates.ts';
import {
	accessItems,
	agentProofs,
	answers,
	categoryKeys,
	changeClasses,
	changeCodes,
	deletionGrounds,
	directions,
	discriminationActs,
	feeGrounds,
	furtherUses,
	methodKinds,
	populations,
	rights,
	sensitiveKinds,
	verificationNeeds,
} from './vocabulary.ts';

const words = z.string().trim().min(1, 'expected some words');
const days = z.int().positive();

/** A version is named by its effective date in the notice's zone, with `.2` and so on for a correction the same day. */
export const versionId = z
	.string('expected a version such as 2027-03-01 or 2027-03-01.2')
	.regex(/^\d{4}-\d{2}-\d{2}(\.[2-9])?$/, 'expected a version such as 2027-03-01 or 2027-03-01.2');

/** Lower-case words joined by hyphens. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

const sectionId = slug;

/** Who a datum went to, and whether it did. */
const flow = z.strictObject({
	answer: z.enum(answers),
	/** Keys of `recipients`. */
	to: z.array(slug).default([]),
	/** How the lists of what was disclosed, sold or shared name it, where that differs from the category's name. */
	says: words.optional(),
});

const category = z.strictObject({
	key: z.enum(categoryKeys),
	/** The notice's own name for the category, where it differs from the usual one. */
	label: words.optional(),
	collected: z.enum(answers),
	examples: words.optional(),
	sources: z.array(words).default([]),
	/** Keys of `purposes`. */
	purposes: z.array(words).default([]),
	/** A period or the criterion that decides it; a missing one is a finding of the editor's check, not of the parser. */
	retention: words.optional(),
	disclosed: flow.default({ answer: 'no', to: [] }),
	soldOrShared: flow.default({ answer: 'no', to: [] }),
});

const scope = z.strictObject({
	/** The people whom this notice is for, in a phrase. */
	residents: words.optional(),
	affiliates: z.boolean().default(false),
	/** The people asked about on the request form: who is governed here, and who is sent elsewhere. */
	populations: z.array(
		z.strictObject({
			key: z.enum(populations),
			label: words,
			/** The notice that governs these people; absent where somebody else must answer. */
			governedBy: slug.optional(),
			/** Who must answer, and how to reach them. */
			referTo: words.optional(),
		}),
	),
	/** What is not covered; `see` names the notice that covers it, `referTo` whoever else answers for it. */
	excluded: z.array(z.strictObject({ what: words, see: slug.optional(), referTo: words.optional() })).default([]),
	/** The notice that this one adds to. */
	supplements: slug.optional(),
	/** What the supplemented notice says in this one's place. */
	refersFor: z.array(z.enum(['sources', 'purposes'])).default([]),
});

const agents = z.strictObject({
	rights: z.array(z.enum(rights)),
	proofs: z.array(z.enum(agentProofs)),
	mayDenyWithoutProof: z.boolean().default(true),
	/** The statute whose power of attorney needs none of the proofs. */
	powerOfAttorney: words.optional(),
});

const regimeKey = z
	.string()
	.refine((key) => Object.hasOwn(regimes, key), {
		error: () => `expected a law whose time limits are known: ${Object.keys(regimes).join(', ')}`,
	})
	.meta({ enum: Object.keys(regimes) });

const commitments = z.strictObject({
	/** The law whose time limits hold where they are better than what is promised; California's where it is absent. */
	regime: regimeKey.optional(),
	rights: z.array(z.enum(rights)),
	/** Days from receipt to the answer. */
	respondWithinDays: days,
	/** The days, counted from receipt, to which an answer may be put off with reason and period in writing. */
	extendToDays: z.array(days).default([]),
	confirmWithinBusinessDays: days.default(10),
	optOutWithinBusinessDays: days.default(15),
	/** How many access requests in 12 months are answered; absent where unlimited. */
	accessRequestsPerYear: days.optional(),
	/** How many months back an access answer looks; absent where all of it. */
	accessCoversMonths: days.optional(),
	accessItems: z.array(z.enum(accessItems)).default([]),
	portableFormat: z.boolean().default(true),
	deletionGrounds: z.array(z.enum(deletionGrounds)).default([]),
	deletionByServiceProviders: z.boolean().default(true),
	/** Whether an opt-out may be of all, or of a part that the person names. */
	optOutOf: z.array(z.enum(['all', 'part'])).default(['all']),
	optOutSignal: z.boolean().default(false),
	/** Said beside the opt-out where some services need some sharing. */
	optOutWarning: z.boolean().default(false),
	/** `value` is the number, the address of the form (a path of this site or https), the mail address or the postal one. */
	methods: z.array(z.strictObject({ kind: z.enum(methodKinds), value: words })),
	verification: z.strictObject({ rights: z.array(z.enum(rights)), needs: z.array(z.enum(verificationNeeds)) }),
	agents: agents.optional(),
	feeOnlyWhen: z.array(z.enum(feeGrounds)).default([]),
	noDiscrimination: z.array(z.enum(discriminationActs)).default([]),
	financialIncentives: z.boolean().default(false),
});

const changeTerms = z.strictObject({
	/** When a change takes hold: at its effective date, or as soon as it is posted. */
	inForce: z.enum(['effectiveDate', 'posted']),
	useMeansAcceptance: z.boolean().default(false),
	/** `said` is all that is printed where no number of days is; `days` is what is enforced. */
	advanceNotice: z.strictObject({ said: words.optional(), days }),
	objection: z.strictObject({ said: words.optional(), days }).optional(),
	noNewUsesUnannounced: z.boolean().default(true),
});

/** Everything a version promises, as data. The page prints it and the API enforces it. */
export const promises = z.strictObject({
	controller: z.strictObject({ name: words, address: z.array(words).default([]) }),
	contact: z
		.strictObject({ email: z.email().optional(), telephone: words.optional(), post: z.array(words).default([]) })
		.optional(),
	scope: scope.optional(),
	/** How many months back the statements about categories look. */
	coversMonths: days.default(12),
	categories: z.array(category).default([]),
	sensitive: z
		.strictObject({
			listed: z.array(z.enum(sensitiveKinds)),
			collected: z.array(z.enum(sensitiveKinds)).default([]),
			/** Whether any use goes beyond what the service or goods asked for need. */
			usedBeyondService: z.boolean().default(false),
		})
		.optional(),
	purposes: z.array(z.strictObject({ key: words, text: words })).default([]),
	furtherUses: z.array(z.enum(furtherUses)).default([]),
	recipients: z.array(z.strictObject({ key: slug, label: words })).default([]),
	/** Whether anything is sold for money; a sale in the law's wider sense stands in `categories`. */
	soldForMoney: z.boolean().default(false),
	commitments: commitments.optional(),
	children: z
		.strictObject({
			directedAt: z.boolean(),
			underAge: days,
			knowinglyCollected: z.boolean(),
			knowinglySoldOrShared: z.boolean(),
			/** Whether a parent can have a child's data removed through the contact. */
			removalOnRequest: z.boolean().default(true),
		})
		.optional(),
	changeTerms: changeTerms.optional(),
	/** Decisions about people that a machine makes; `section` says how, and how to opt out of them. */
	automatedDecisions: z.strictObject({ used: z.boolean(), section: sectionId.optional() }).optional(),
	/** The yearly figures about requests, due from whoever handles the information of ten million Californians a year. */
	requestFigures: z.strictObject({ due: z.boolean(), url: words.optional() }).optional(),
});

/** Which data an adverse change reaches, and what becomes of data collected before it. */
const reach = z
	.strictObject({
		categories: z.array(z.enum(categoryKeys)).min(1),
		appliesTo: z.enum(['new-data-only', 'all']),
		consent: z.strictObject({ mechanism: words, url: words }).optional(),
	})
	.refine((it) => it.appliesTo === 'new-data-only' || it.consent, {
		path: ['consent'],
		message: 'a change that reaches data already collected needs consent{mechanism,url}, or appliesTo: new-data-only',
	});

const objection = z.strictObject({
	opensAt: instantField,
	closesAt: instantField,
	/** What an objection does, in words that the page and the letter print. */
	effect: words,
	/** The same as data; `keepsEarlierText` where it is absent. */
	does: z.enum(objectionEffects).optional(),
	/** Days from the day an objection counts within which it is decided; absent where none is promised. */
	decideWithinDays: days.optional(),
});

const change = z.strictObject({ section: sectionId, summary: words });
const waiver = z.strictObject({ rule: words, reason: words });

/** A flaw of the content that is accepted by name: all that a rule finds in a version, or what it finds in one field. */
export const acceptance = z.strictObject({ rule: words, field: words.optional(), reason: words });
export type Acceptance = z.output<typeof acceptance>;

/** One revision: the canonical (first) locale's front matter. */
export const revision = z
	.strictObject({
		version: versionId,
		title: words,
		/** When the version was, or is to be, made known. */
		announcedAt: instantField,
		effectiveAt: instantField,
		predecessor: versionId.nullable(),
		class: z.enum(changeClasses),
		/** Why it is of this class, where the difference alone does not tell. */
		classReason: words.optional(),
		/** Why it is of a lower class than the difference shows: which codes are overruled, and who signed that. */
		override: z.strictObject({ codes: z.array(z.enum(changeCodes)), reason: words, by: words }).optional(),
		/** Whether the change is to the reader's good. */
		direction: z.enum(directions).default('unclear'),
		/** What changed, in a sentence of 20 to 140 characters. */
		summary: z.string().min(20).max(140),
		changes: z.array(change).default([]),
		removedSections: z.array(z.strictObject({ id: sectionId, seeInstead: sectionId })).default([]),
		objection: objection.optional(),
		reach: reach.optional(),
		restores: versionId.optional(),
		/** Sections of other notices that hold here too, in the text in force there at each time. */
		incorporates,
		/** Who wrote the change, and who read and approved it: the `id` of somebody in people.yaml. */
		author: slug.optional(),
		reviewer: slug.optional(),
		urgent: z.strictObject({ reason: words, by: words }).optional(),
		waivers: z.array(waiver).default([]),
		accepts: z.array(acceptance).default([]),
	})
	.extend(promises.shape)
	.refine((it) => it.announcedAt <= it.effectiveAt, {
		path: ['announcedAt'],
		message: 'expected announcedAt not to be after effectiveAt',
	})
	.refine((it) => !it.objection || it.objection.opensAt < it.objection.closesAt, {
		path: ['objection', 'closesAt'],
		message: 'expected the objection window to close after it opens',
	});

export type Revision = z.output<typeof revision>;
export type Promises = z.output<typeof promises>;
export type Commitments = z.output<typeof commitments>;
export type Category = z.output<typeof category>;

/** The front matter of `<version>.<locale>.mdx`: the same version in another language. */
export const translation = z.strictObject({
	version: versionId,
	title: words,
	/** The `sha256` of the canonical text that was translated. */
	translationOf: z.string().regex(/^[0-9a-f]{64}$/, 'expected the 64 hexadecimal digits of the canonical text'),
	summary: z.string().min(20).max(180),
	changes: z.array(change).default([]),
	/** The canonical front matter's own phrases, each with its translation. */
	words: z.record(z.string(), words).default({}),
});

export type Translation = z.output<typeof translation>;
