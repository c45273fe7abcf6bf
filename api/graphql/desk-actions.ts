import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
	answerRightsRequestInput,
	askAboutRightsRequestInput,
	askConsumerInput,
	authoriseRightsRequestInput,
	chargeForRightsRequestInput,
	closeRightsRequestInput,
	contestAccuracyInput,
	extendRightsRequestInput,
	reopenRightsRequestInput,
	treatAsCategoriesInput,
	verifyRightsRequestInput,
	writeAboutRightsRequestInput,
} from '../../schema/request/desk.ts';
import { proofs } from '../../schema/request/vocabulary.ts';
import { askingConsumer } from '../service/agents.ts';
import { keepMessage } from '../service/message-files.ts';
import { closing, contesting } from '../service/request-deeds.ts';
import { actOnRequest, type DeskRequest, type Plan } from '../service/request-desk.ts';
import { previewOnRequest } from '../service/request-preview.ts';
import { builder } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import {
	CategoryKeyEnum,
	ClosingEnum,
	DataPointEnum,
	ExtensionReasonEnum,
	FeeGroundEnum,
	GroundEnum,
	OutcomeEnum,
	ProofEnum,
	QuestionEnum,
	ReopeningEnum,
} from './enums.ts';
import { localIdOf } from './local-id.ts';
import { WindowClosedType } from './refusal.ts';
import { RequestPreviewResult } from './request-preview.ts';
import { aimedField, aimFields, type StaffAction, staffActions } from './staff-action.ts';

const subject = { type: RightsRequestType, name: 'RightsRequest', unknown: 'UNKNOWN_REQUEST' } as const;
const staffAction = staffActions(subject);
const previewField = aimedField(subject);

interface DeskAction<Schema extends z.ZodType<{ id: string }>>
	extends Pick<StaffAction<Schema, DeskRequest>, 'input' | 'schema' | 'scope' | 'description' | 'refusals'> {
	plan: (input: z.output<Schema>) => Plan;
}

/** Makes a mutation that does something to a request, and its sibling that only shows what it would do. */
const deskAction = <Schema extends z.ZodType<{ id: string }>>(
	name: string,
	{ plan, ...field }: DeskAction<Schema>,
): void => {
	staffAction(name, { ...field, act: (context, input) => actOnRequest(context, plan(input)) });
	const { input, schema, scope } = field;
	previewField(`preview${name.charAt(0).toUpperCase()}${name.slice(1)}`, {
		...{ input, schema, scope, result: RequestPreviewResult, success: 'RequestPreview' },
		description: `Shows what \`${name}\` would do and send, or why it would not; nothing is changed.`,
		act: (context, given) => previewOnRequest(context, plan(given)),
	});
};

const message = 'The words of the letter.';

deskAction('verifyRightsRequest', {
	input: builder.inputType('VerifyRightsRequestInput', {
		description: 'What was found out about who asks.',
		fields: (t) => ({
			...aimFields(t),
			points: t.field({
				type: [DataPointEnum],
				required: false,
				description: 'What matches the data held. Values are not asked for, and not kept.',
			}),
			contested: t.field({
				type: [DataPointEnum],
				required: false,
				description: 'What the person says is wrong; it can prove nothing.',
			}),
			declaration: t.boolean({
				required: false,
				description: 'Whether the person has signed that they are who they say, under penalty of perjury.',
			}),
			reauthenticated: t.boolean({
				required: false,
				description:
					'Whether the person signed in again to an account that they had already; no points are needed then.',
			}),
		}),
	}),
	schema: verifyRightsRequestInput,
	scope: 'requests:verify',
	description: 'Notes that who asks has been found out, as surely as `verification` of the request says.',
	plan: ({ id, expectedRevision, ...found }) => ({
		aim: { id, expectedRevision },
		deed: { type: 'verify', by: 'HANDLER', ...found },
	}),
});

deskAction('authoriseRightsRequest', {
	input: builder.inputType('AuthoriseRightsRequestInput', {
		description: 'What somebody has shown who asks for another.',
		fields: (t) => ({
			...aimFields(t),
			proof: t.field({ type: ProofEnum, description: `One of ${proofs.slice(1).join(', ')}.` }),
		}),
	}),
	schema: authoriseRightsRequestInput,
	scope: 'requests:verify',
	description: 'Notes what an agent, a holder of a power of attorney, a conservator or a parent has shown.',
	plan: ({ proof, ...aim }) => ({ aim, deed: { type: 'authorise', proof } }),
});

deskAction('askConsumer', {
	input: builder.inputType('AskConsumerInput', {
		description: 'The person acted for, who is asked whether the agent may act.',
		fields: (t) => ({
			...aimFields(t),
			email: t.string({
				required: false,
				description:
					'Their own address: one that you hold already where there is one. That which came with the request where absent.',
			}),
			locale: t.string({
				required: false,
				description: 'The language of the letter; that of the request where absent.',
			}),
		}),
	}),
	schema: askConsumerInput,
	scope: 'requests:answer',
	description:
		'Asks the person for whom an agent acts, by a letter with a link, whether the agent may. One of two ways: who shows a signed permission and the identity of the person needs no word of theirs.',
	plan: askingConsumer,
});

deskAction('treatRightsRequestAsCategories', {
	input: builder.inputType('TreatRightsRequestAsCategoriesInput', {
		description: 'A request for pieces of data whose sender could not be found out.',
		fields: (t) => ({ ...aimFields(t), message: t.string({ description: message }) }),
	}),
	schema: treatAsCategoriesInput,
	scope: 'requests:verify',
	description: 'Answers one who cannot prove who they are with categories instead of nothing; a letter says so.',
	plan: ({ message, ...aim }) => ({
		aim,
		deed: { type: 'treatAsCategories' },
		said: { 'request-as-categories': message },
	}),
});

deskAction('askAboutRightsRequest', {
	input: builder.inputType('AskAboutRightsRequestInput', {
		description: 'What the person is asked for.',
		fields: (t) => ({
			...aimFields(t),
			question: t.field({ type: QuestionEnum, description: 'What it is about.' }),
			message: t.string({ description: message }),
		}),
	}),
	schema: askAboutRightsRequestInput,
	scope: 'requests:answer',
	description: 'Asks the person for something by letter. No date moves.',
	plan: ({ question, message, ...aim }) => ({
		aim,
		deed: { type: 'ask', question },
		said: { 'request-asked': message },
	}),
});

deskAction('writeAboutRightsRequest', {
	input: builder.inputType('WriteAboutRightsRequestInput', {
		description: 'A message to the person.',
		fields: (t) => ({ ...aimFields(t), message: t.string({ description: message }) }),
	}),
	schema: writeAboutRightsRequestInput,
	scope: 'requests:answer',
	description:
		'Writes to the person by letter, with a link by which they can write back and send files. No date moves.',
	plan: ({ message, ...aim }) => {
		const id = randomUUID();
		return {
			aim,
			deed: { type: 'write', messageId: id },
			afterwards: (trx, { store }, request) => keepMessage(trx, store, request, id, message),
		};
	},
});

deskAction('chargeForRightsRequest', {
	input: builder.inputType('ChargeForRightsRequestInput', {
		description: 'A fee, and why.',
		fields: (t) => ({
			...aimFields(t),
			ground: t.field({
				type: FeeGroundEnum,
				description: 'One of those for which the notice says that there is a fee.',
			}),
			cents: t.int({ description: 'In hundredths of a US dollar.' }),
			message: t.string({ description: 'The words of the letter: why, and how to pay.' }),
		}),
	}),
	schema: chargeForRightsRequestInput,
	scope: 'requests:answer',
	description: 'Asks for a fee, once; a letter with the reason goes out. No date moves.',
	plan: ({ ground, cents, message, ...aim }) => ({
		aim,
		deed: { type: 'charge', fee: { ground, cents } },
		said: { 'request-fee': message },
	}),
});

deskAction('extendRightsRequest', {
	input: builder.inputType('ExtendRightsRequestInput', {
		description: 'The later date of an answer, and why.',
		fields: (t) => ({
			...aimFields(t),
			dueOn: t.field({ type: 'Date', description: 'One of the dates that its clocks of `EXTEND` name.' }),
			reason: t.field({ type: ExtensionReasonEnum, description: 'Why more time is needed.' }),
			message: t.string({ description: 'The words of the letter: what makes it take longer.' }),
		}),
	}),
	schema: extendRightsRequestInput,
	scope: 'requests:answer',
	description: 'Puts the answer off, once, while its date has not passed; a letter with the reason goes out.',
	refusals: [WindowClosedType],
	plan: ({ dueOn, reason, message, ...aim }) => ({
		aim,
		deed: { type: 'extend', dueOn, reason },
		said: { 'request-extended': message },
	}),
});

const DeniedPartInput = builder.inputType('DeniedPartInput', {
	description: 'A part of a request that is not granted: a category, or of a correction its number.',
	fields: (t) => ({
		category: t.field({ type: CategoryKeyEnum, required: false, description: 'The category of data.' }),
		item: t.int({ required: false, description: 'Which of the corrections asked for, from 1.' }),
		ground: t.field({ type: GroundEnum, description: "One of the request's `grounds`." }),
	}),
});

const letterOf = { GRANTED: 'request-answered', PARTLY: 'request-partly', DENIED: 'request-refused' } as const;

deskAction('answerRightsRequest', {
	input: builder.inputType('AnswerRightsRequestInput', {
		description: 'The answer to a request.',
		fields: (t) => ({
			...aimFields(t),
			outcome: t.field({ type: OutcomeEnum, description: 'Whether it is granted, or in part.' }),
			ground: t.field({
				type: GroundEnum,
				required: false,
				description: "Why the whole of it is refused; one of the request's `grounds`.",
			}),
			denials: t.field({
				type: [DeniedPartInput],
				required: false,
				description: 'The parts that are refused, each with its ground.',
			}),
			message: t.string({ description: message }),
		}),
	}),
	schema: answerRightsRequestInput,
	scope: 'requests:answer',
	description: 'Answers a request, which ends it; a letter with the words and every ground goes out.',
	plan: ({ outcome, ground, denials, message, ...aim }) => ({
		aim,
		deed: { type: 'answer', outcome, ground, denials },
		said: { [letterOf[outcome]]: message },
	}),
});

deskAction('closeRightsRequest', {
	input: builder.inputType('CloseRightsRequestInput', {
		description: 'A request that gets no answer of its own.',
		fields: (t) => ({
			...aimFields(t),
			reason: t.field({ type: ClosingEnum, description: 'Why.' }),
			duplicateOf: t.id({ required: false, description: 'For a duplicate, the id of the request that is answered.' }),
		}),
	}),
	schema: closeRightsRequestInput,
	scope: 'requests:answer',
	description: 'Lays a request aside: junk, without a letter, or the duplicate of an earlier one of the same address.',
	plan: ({ reason, duplicateOf, ...aim }) => ({
		aim,
		deed: closing(reason, duplicateOf ? localIdOf('RightsRequest', duplicateOf) : null),
	}),
});

deskAction('reopenRightsRequest', {
	input: builder.inputType('ReopenRightsRequestInput', {
		description: 'A request that is taken up again.',
		fields: (t) => ({
			...aimFields(t),
			reason: t.field({ type: ReopeningEnum, description: 'Why.' }),
			message: t.string({ description: message }),
		}),
	}),
	schema: reopenRightsRequestInput,
	scope: 'requests:answer',
	description: 'Takes up again what was answered, refused or laid aside; a letter says so. No date moves.',
	plan: ({ reason, message, ...aim }) => ({
		aim,
		deed: { type: 'reopen', reopening: reason },
		said: { 'request-reopened': message },
	}),
});

deskAction('contestAccuracy', {
	input: builder.inputType('ContestAccuracyInput', {
		description: 'Refused corrections that the person says are right all the same.',
		fields: (t) => ({
			...aimFields(t),
			items: t.intList({ description: 'Which of the corrections, from 1.' }),
			statement: t.string({
				required: false,
				description:
					"The person's own statement on each of these, of 250 words at most, where the data is about their health. For a statement on each, contest them one by one.",
			}),
		}),
	}),
	schema: contestAccuracyInput,
	scope: 'requests:answer',
	description: 'Notes at the data that the person contests it; a letter says so.',
	plan: contesting,
});
