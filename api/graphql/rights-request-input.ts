import { withdrawRightsRequestInput } from '../../schema/request/submission.ts';
import { mostCorrections } from '../../schema/request/vocabulary.ts';
import { builder } from './builder.ts';
import { AccessPeriodEnum, PopulationEnum, RequesterEnum, RightEnum } from './enums.ts';

export const CorrectionInput = builder.inputType('CorrectionInput', {
	description: 'What is to be corrected.',
	fields: (t) => ({
		what: t.string({ description: 'What is wrong.' }),
		shouldBe: t.string({ description: 'What it should be.' }),
		evidence: t.string({ required: false, description: 'What shows it, in words: documents are not sent here.' }),
	}),
});

type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** How far back a request to know asks; a day is a text here, so that a wrong one is said with everything else. */
export const periodFields = (t: InputFields) => ({
	period: t.field({
		type: AccessPeriodEnum,
		required: false,
		description: 'How far back KNOW_CATEGORIES and KNOW_SPECIFIC ask; ALL where absent.',
	}),
	sinceOn: t.string({ required: false, description: 'The day for SINCE, such as 2024-05-31.' }),
});

/** Several things to be corrected; `correction`, if it is there too, goes before them. */
export const correctionsField = (t: InputFields) =>
	t.field({
		type: [CorrectionInput],
		required: false,
		description: `What is to be corrected, at most ${mostCorrections} things. Each is numbered from 1 and decided for itself.`,
	});

/** Validated where it is resolved, so that what the version in force does not offer is said with everything else. */
export const SubmitRightsRequestInput = builder.inputType('SubmitRightsRequestInput', {
	description: 'What a person asks for.',
	fields: (t) => ({
		population: t.field({
			type: PopulationEnum,
			required: false,
			description: 'How the person knows the organisation. Always needed; left out, it is named among the issues.',
		}),
		rights: t.field({ type: [RightEnum], description: 'What is asked for.' }),
		requester: t.field({ type: RequesterEnum, required: false, description: 'Who asks; SELF where absent.' }),
		onBehalfOf: t.string({
			required: false,
			description: 'The name of the person acted for. Needed unless one asks for oneself.',
		}),
		onBehalfOfEmail: t.string({
			required: false,
			description: 'Their own e-mail address, at which they can be asked whether an agent may act for them.',
		}),
		email: t.string({ required: false, description: 'Needed unless only OPT_OUT and LIMIT are asked for.' }),
		name: t.string({ required: false, description: 'Who asks.' }),
		details: t.string({ required: false, description: "What to look for, in the person's own words." }),
		...periodFields(t),
		correction: t.field({
			type: CorrectionInput,
			required: false,
			description: 'CORRECT needs this or `corrections`.',
		}),
		corrections: correctionsField(t),
		locale: t.string({ required: false, description: 'The language of the letters.' }),
	}),
});

export const WithdrawRightsRequestInput = builder
	.inputType('WithdrawRightsRequestInput', {
		description: 'What is taken back.',
		fields: (t) => ({
			code: t.string({ description: 'The receipt code.' }),
			right: t.field({ type: RightEnum, required: false, description: 'The right; all of them where none is named.' }),
		}),
	})
	.validate(withdrawRightsRequestInput);
