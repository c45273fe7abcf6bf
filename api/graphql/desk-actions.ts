import { refusal } from '../../schema/refusals.ts';
import { answerRightsRequestInput, verifyRightsRequestInput } from '../../schema/request/submission.ts';
import { answerRightsRequest, verifyRightsRequest } from '../service/request-desk.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { OutcomeEnum } from './enums.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member, refusalMember } from './result.ts';

const VerifyResult = plainUnion('VerifyRightsRequestResult', 'What came of noting a verification.', RightsRequestType);
const AnswerResult = plainUnion('AnswerRightsRequestResult', 'What came of answering a request.', RightsRequestType);

const VerifyInput = builder.inputType('VerifyRightsRequestInput', {
	description: 'Who was verified.',
	fields: (t) => ({ id: t.id({ description: 'The id of the request.' }) }),
});

const AnswerInput = builder.inputType('AnswerRightsRequestInput', {
	description: 'The answer to a request.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the request.' }),
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
			return id ? member('RightsRequest', await verifyRightsRequest(context, id)) : unknown();
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
