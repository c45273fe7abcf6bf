import { refusal } from '../../schema/refusals.ts';
import {
	answerRightsRequestInput,
	extendRightsRequestInput,
	verifyRightsRequestInput,
} from '../../schema/request/submission.ts';
import { answerRightsRequest, extendRightsRequest, verifyRightsRequest } from '../service/request-desk.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { ExtensionReasonEnum, OutcomeEnum } from './enums.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import { WindowClosedType } from './refusal.ts';
import { member, refusalMember } from './result.ts';

const VerifyResult = plainUnion('VerifyRightsRequestResult', 'What came of noting a verification.', RightsRequestType);
const AnswerResult = plainUnion('AnswerRightsRequestResult', 'What came of answering a request.', RightsRequestType);

const ExtendResult = plainUnion('ExtendRightsRequestResult', 'What came of putting an answer off.', RightsRequestType, [
	WindowClosedType,
]);

const VerifyInput = builder.inputType('VerifyRightsRequestInput', {
	description: 'Who was verified.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the request.' }),
		expectedRevision: t.int({
			required: false,
			description: 'The revision that you saw; where it has changed, nothing is done.',
		}),
	}),
});

const ExtendInput = builder.inputType('ExtendRightsRequestInput', {
	description: 'The later date of an answer, and why.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the request.' }),
		expectedRevision: t.int({
			required: false,
			description: 'The revision that you saw; where it has changed, nothing is done.',
		}),
		dueOn: t.field({ type: 'Date', description: 'One of the dates that its clocks of `EXTEND` name.' }),
		reason: t.field({ type: ExtensionReasonEnum, description: 'Why more time is needed.' }),
		message: t.string({ description: 'The words of the letter: what makes it take longer.' }),
	}),
});

const AnswerInput = builder.inputType('AnswerRightsRequestInput', {
	description: 'The answer to a request.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the request.' }),
		expectedRevision: t.int({
			required: false,
			description: 'The revision that you saw; where it has changed, nothing is done.',
		}),
		outcome: t.field({ type: OutcomeEnum, description: 'Whether it is granted.' }),
		message: t.string({ description: 'The words of the letter.' }),
	}),
});

const unknown = () => refusalMember(refusal('UNKNOWN_REQUEST', ['id']));

builder.mutationFields((t) => ({
	verifyRightsRequest: t.field({
		type: VerifyResult,
		authScopes: needs('requests:verify'),
		description: 'Notes that staff has satisfied itself of who asks.',
		args: { input: t.arg({ type: VerifyInput, description: 'Whose request.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(verifyRightsRequestInput, args.input);
			if (!checked.ok) return checked.invalid;
			const id = localIdOf('RightsRequest', checked.input.id);
			return id ? member('RightsRequest', await verifyRightsRequest(context, { ...checked.input, id })) : unknown();
		},
	}),
	extendRightsRequest: t.field({
		type: ExtendResult,
		authScopes: needs('requests:answer'),
		description: 'Puts the answer off, once, while its date has not passed; a letter with the reason goes out.',
		args: { input: t.arg({ type: ExtendInput, description: 'Until when, and why.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(extendRightsRequestInput, args.input);
			if (!checked.ok) return checked.invalid;
			const id = localIdOf('RightsRequest', checked.input.id);
			return id ? member('RightsRequest', await extendRightsRequest(context, { ...checked.input, id })) : unknown();
		},
	}),
	answerRightsRequest: t.field({
		type: AnswerResult,
		authScopes: needs('requests:answer'),
		description: 'Answers a request, which ends it; a letter with the words goes out.',
		args: { input: t.arg({ type: AnswerInput, description: 'The answer.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(answerRightsRequestInput, args.input);
			if (!checked.ok) return checked.invalid;
			const id = localIdOf('RightsRequest', checked.input.id);
			return id ? member('RightsRequest', await answerRightsRequest(context, { ...checked.input, id })) : unknown();
		},
	}),
}));
