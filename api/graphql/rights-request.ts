import { parseReceiptCode } from '../../schema/receipt.ts';
import { refusal } from '../../schema/refusals.ts';
import { submitRightsRequestInput } from '../../schema/request/submission.ts';
import type { ApiContext } from '../context.ts';
import type { Referral } from '../service/governing.ts';
import { confirmRightsRequest, requestStatus, withdrawRightsRequest } from '../service/request-actions.ts';
import type { RightsReceipt } from '../service/request-keep.ts';
import { offersRights, submitRightsRequest } from '../service/requests.ts';
import { builder, open } from './builder.ts';
import { PopulationEnum } from './enums.ts';
import { idempotencyKeyArg } from './idempotency-key.ts';
import { type FieldIssue, InputRejected } from './input-rejected.ts';
import { noticeBySlug, recordedVersion } from './lookup.ts';
import { validated } from './plain-union.ts';
import { NoticeType, NoticeVersionType } from './refs.ts';
import { RefusedType } from './refusal.ts';
import { RequestStateType, RightsRequestStatusType } from './request-state.ts';
import { foundOrNull, member, refusalMember } from './result.ts';
import { SubmitRightsRequestInput, WithdrawRightsRequestInput } from './rights-request-input.ts';
import { TokenInput } from './token-input.ts';

/** What a submission gives back, whoever entered it. */
export const ReceiptType = builder.objectRef<RightsReceipt>('RightsReceipt').implement({
	description: 'One submission: one receipt code, one request for each right.',
	fields: (t) => ({
		code: t.exposeString('code', { authScopes: open, description: 'Shows how it stands. Keep it.' }),
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: open, description: 'When it was received.' }),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'The version in force, whose promises hold for it.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
		requests: t.expose('requests', {
			type: [RequestStateType],
			authScopes: open,
			description: 'Each right asked for.',
		}),
		needsConfirmation: t.exposeBoolean('needsConfirmation', {
			authScopes: open,
			description: 'Whether the link of the letter must be followed before anything is answered.',
		}),
	}),
});

const ReferralType = builder.objectRef<Referral>('Referral').implement({
	description: 'Somebody else must answer; nothing was recorded.',
	fields: (t) => ({
		population: t.expose('population', {
			type: PopulationEnum,
			authScopes: open,
			description: 'How the person knows the organisation.',
		}),
		referTo: t.exposeString('referTo', { authScopes: open, description: 'Who must answer, and how to reach them.' }),
		notice: t.field({
			type: NoticeType,
			nullable: true,
			authScopes: open,
			description: 'The notice that says so.',
			resolve: ({ notice }, _, context) => noticeBySlug(context, notice),
		}),
	}),
});

/** What a person should hear together with what is wrong with the fields. */
const rightsIssues = (context: ApiContext, { population, rights }: Asked): FieldIssue[] =>
	population && !offersRights(context, population, rights) ? [refusal('RIGHT_NOT_OFFERED', ['rights'])] : [];

type Asked = typeof SubmitRightsRequestInput.$inferInput;

builder.queryField('requestStatus', (t) =>
	t.field({
		type: RightsRequestStatusType,
		nullable: true,
		authScopes: open,
		description: 'How the submission stands that a receipt code is for; null where there is none.',
		args: { code: t.arg.string({ description: 'The receipt code.' }) },
		resolve: async (_, args, context) => {
			const code = parseReceiptCode(args.code);
			return code && foundOrNull(await requestStatus(context, code), context);
		},
	}),
);

builder.mutationFields((t) => ({
	submitRightsRequest: t.errorUnionField({
		types: [ReceiptType, ReferralType, InputRejected, RefusedType],
		union: { name: 'SubmitRightsRequestResult', description: 'What came of a request.' },
		authScopes: open,
		description: 'Asks for one or several rights; the same answer for every address.',
		args: {
			input: t.arg({ type: SubmitRightsRequestInput, description: 'The request.' }),
			idempotencyKey: t.arg.string(idempotencyKeyArg),
		},
		resolve: async (_, { input, idempotencyKey }, context) => {
			const parsed = validated(submitRightsRequestInput, input, rightsIssues(context, input));
			if (!parsed.ok) return parsed.invalid;
			const result = await submitRightsRequest(context, parsed.input, idempotencyKey);
			if (!result.ok) return refusalMember(result.refusal);
			const { value } = result;
			return value.kind === 'receipt'
				? member('RightsReceipt', { ok: true, value: value.receipt })
				: member('Referral', { ok: true, value: value.referral });
		},
	}),
	confirmRightsRequest: t.errorUnionField({
		types: [RightsRequestStatusType, InputRejected, RefusedType],
		union: { name: 'ConfirmRightsRequestResult', description: 'What came of confirming a request.' },
		authScopes: open,
		description: 'Confirms the address of a request by the link of its letter; no date moves.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) => member('RightsRequestStatus', await confirmRightsRequest(context, input)),
	}),
	withdrawRightsRequest: t.errorUnionField({
		types: [RightsRequestStatusType, InputRejected, RefusedType],
		union: { name: 'WithdrawRightsRequestResult', description: 'What came of taking a request back.' },
		authScopes: open,
		description: 'Takes back one right asked for, or all that are still open.',
		args: { input: t.arg({ type: WithdrawRightsRequestInput, description: 'What is taken back.' }) },
		resolve: async (_, { input }, context) =>
			member('RightsRequestStatus', await withdrawRightsRequest(context, input)),
	}),
}));
