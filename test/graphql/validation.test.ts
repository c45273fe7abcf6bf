import { GraphQLInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { providerAnswerInput, requestSignInInput } from '../../schema/access/submission.ts';
import { codeInput, submitObjectionInput } from '../../schema/objection/submission.ts';
import { optInInput, setChoicesInput, signalInput } from '../../schema/preference/submission.ts';
import { askForMessagesInput, replyInput } from '../../schema/request/message.ts';
import {
	agentAnswerInput,
	resendCodesInput,
	tokenInput,
	withdrawRightsRequestInput,
} from '../../schema/request/submission.ts';
import { subscribeInput } from '../../schema/subscription/submission.ts';
import { openTestApi } from './api.ts';

const schemas = {
	TokenInput: tokenInput,
	AgentAnswerInput: agentAnswerInput,
	CodeInput: codeInput,
	AskForMessagesInput: askForMessagesInput,
	ReplyToMessagesInput: replyInput,
	SubscribeInput: subscribeInput,
	SubmitObjectionInput: submitObjectionInput,
	WithdrawRightsRequestInput: withdrawRightsRequestInput,
	ResendCodesInput: resendCodesInput,
	SetChoicesInput: setChoicesInput,
	SignalInput: signalInput,
	OptInInput: optInInput,
	RequestSignInInput: requestSignInInput,
	ProviderAnswerInput: providerAnswerInput,
};

it('hands each public input to the plugin with its one schema', () => {
	for (const [name, expected] of Object.entries(schemas)) {
		const type = schema.getType(name) as GraphQLInputObjectType;
		expect(type.extensions['@pothos/plugin-validation']?.schemas).toEqual([expected]);
	}
	const inputs = Object.values(schema.getTypeMap()).filter((type) => type instanceof GraphQLInputObjectType);
	const ofStaff = [
		'VerifyRightsRequestInput',
		'AuthoriseRightsRequestInput',
		'AskConsumerInput',
		'TreatRightsRequestAsCategoriesInput',
		'AskAboutRightsRequestInput',
		'WriteAboutRightsRequestInput',
		'OpenFileInput',
		'ChargeForRightsRequestInput',
		'ExtendRightsRequestInput',
		'AnswerRightsRequestInput',
		'CloseRightsRequestInput',
		'ReopenRightsRequestInput',
		'ContestAccuracyInput',
		'RecordRightsRequestInput',
		'DecideObjectionInput',
		'GoverningSubjectInput',
		'AudienceInput',
		'DeliveryReportInput',
		'CompleteSystemTaskInput',
		'FailSystemTaskInput',
		'RevokePackageInput',
		'AddStaffMemberInput',
		'ChangeStaffRoleInput',
		'RemoveStaffMemberInput',
		'EndStaffSessionsInput',
		'CreateApiKeyInput',
		'RevokeApiKeyInput',
		'CreateWebhookInput',
		'DisableWebhookInput',
		'EnableWebhookInput',
		'ReplayDeliveryInput',
		'ReplayFailedDeliveriesInput',
	];
	const validatedElsewhere = [
		...ofStaff,
		'SubmitRightsRequestInput',
		'CorrectionInput',
		'DeniedPartInput',
		'AddresseeInput',
	];
	expect(
		inputs
			.map(({ name }) => name)
			.filter((name) => !(name in schemas))
			.sort(),
	).toEqual(validatedElsewhere.sort());
});

it('validates through the plugin: what a schema says is what the caller hears', async () => {
	await using api = await openTestApi();
	const input = { notice: 'Not A Slug', version: 'soon', email: 'nobody', reason: 'x'.repeat(5000) };
	const { data } = await api.ask(
		`mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) { ... on InvalidInput { code path issues { path message } } } }`,
		{ input },
	);
	const expected = submitObjectionInput
		.safeParse(input)
		.error?.issues.map(({ path, message }) => ({ path: path.map(String), message }));
	expect(data.submitObjection.issues).toEqual(expected);
	expect(data.submitObjection).toMatchObject({ code: 'INVALID_INPUT', path: expected?.[0]?.path });
});

it('hands on what a schema made of the input', async () => {
	await using api = await openTestApi();
	await api.ask(
		'mutation { subscribe(input: { email: "  ana@example.com ", notices: ["california", "california"] }) { __typename } }',
	);
	const [letter] = await api.deliver();
	expect(letter?.to).toBe('ana@example.com');
});
