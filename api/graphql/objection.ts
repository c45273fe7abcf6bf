import { objectionActionsFor } from '../../schema/objection/lifecycle.ts';
import { parseReceiptCode } from '../../schema/receipt.ts';
import {
	confirmObjection,
	type ObjectionStatusOf,
	objectionStatus,
	withdrawObjection,
} from '../service/objection-actions.ts';
import { type ObjectionReceipt, submitObjection } from '../service/objection-submission.ts';
import { builder, open } from './builder.ts';
import { ObjectionDecisionEnum, ObjectionStatusEnum } from './enums.ts';
import { idempotencyKeyArg } from './idempotency-key.ts';
import { InputRejected } from './input-rejected.ts';
import { editionIn, recordedVersion } from './lookup.ts';
import { SubmitObjectionInput } from './objection-input.ts';
import { localeArg, NoticeVersionType } from './refs.ts';
import { RefusedType, WindowClosedType } from './refusal.ts';
import { foundOrNull, member } from './result.ts';
import { CodeInput, TokenInput } from './token-input.ts';

const ReceiptType = builder.objectRef<ObjectionReceipt>('ObjectionReceipt').implement({
	description: 'The objection is recorded; a letter is on its way, and its link makes it count.',
	fields: (t) => ({
		code: t.exposeString('code', { authScopes: open, description: 'Shows how it stands. Keep it.' }),
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: open, description: 'When it was received.' }),
		confirmBy: t.expose('confirmBy', {
			type: 'DateTime',
			authScopes: open,
			description: 'Until when it can be confirmed.',
		}),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'What was objected to.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
	}),
});

const StatusType = builder.objectRef<ObjectionStatusOf>('ObjectionReceiptStatus').implement({
	description: 'How an objection stands.',
	fields: (t) => ({
		status: t.expose('status', { type: ObjectionStatusEnum, authScopes: open, description: 'How it stands.' }),
		receivedAt: t.expose('receivedAt', { type: 'DateTime', authScopes: open, description: 'When it was received.' }),
		confirmBy: t.expose('confirmBy', {
			type: 'DateTime',
			authScopes: open,
			description: 'Until when it can be confirmed.',
		}),
		countedAt: t.expose('countedAt', {
			type: 'DateTime',
			nullable: true,
			authScopes: open,
			description: 'Since when it counts.',
		}),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'What was objected to.',
			resolve: (it, _, context) => recordedVersion(context, it.notice, it.version),
		}),
		effect: t.string({
			authScopes: open,
			description: 'What it does.',
			args: { locale: t.arg.string(localeArg) },
			resolve: (it, { locale }, context) => {
				const version = recordedVersion(context, it.notice, it.version);
				return editionIn(version, locale ?? context.locale).objectionEffect ?? '';
			},
		}),
		decision: t.expose('decision', {
			type: ObjectionDecisionEnum,
			nullable: true,
			authScopes: open,
			description: 'What was decided; the reason is in the letter. Undecided, it keeps the earlier text.',
		}),
		canWithdraw: t.boolean({
			authScopes: open,
			description: 'Whether it can be taken back.',
			resolve: ({ status }) => objectionActionsFor(status, 'person').includes('WITHDRAW'),
		}),
	}),
});

builder.queryField('objectionStatus', (t) =>
	t.field({
		type: StatusType,
		nullable: true,
		authScopes: open,
		description: 'How the objection stands that a receipt code is for; null where there is none.',
		args: { code: t.arg.string({ description: 'The receipt code.' }) },
		resolve: async (_, args, context) => {
			const code = parseReceiptCode(args.code);
			return code && foundOrNull(await objectionStatus(context, code), context);
		},
	}),
);

builder.mutationFields((t) => ({
	submitObjection: t.errorUnionField({
		types: [ReceiptType, InputRejected, WindowClosedType, RefusedType],
		union: { name: 'SubmitObjectionResult', description: 'What came of an objection.' },
		authScopes: open,
		description: 'Objects to an announced change while its window is open; the same answer for every address.',
		args: {
			input: t.arg({ type: SubmitObjectionInput, description: 'The objection.' }),
			idempotencyKey: t.arg.string(idempotencyKeyArg),
		},
		resolve: async (_, { input, idempotencyKey }, context) =>
			member('ObjectionReceipt', await submitObjection(context, input, idempotencyKey)),
	}),
	confirmObjection: t.errorUnionField({
		types: [StatusType, InputRejected, RefusedType],
		union: { name: 'ConfirmObjectionResult', description: 'What came of confirming an objection.' },
		authScopes: open,
		description: 'Makes an objection count, by the link of its letter, also after the window has closed.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) => member('ObjectionReceiptStatus', await confirmObjection(context, input)),
	}),
	withdrawObjection: t.errorUnionField({
		types: [StatusType, InputRejected, RefusedType],
		union: { name: 'WithdrawObjectionResult', description: 'What came of taking an objection back.' },
		authScopes: open,
		description: 'Takes an objection back.',
		args: { input: t.arg({ type: CodeInput, description: 'Its receipt code.' }) },
		resolve: async (_, { input }, context) => member('ObjectionReceiptStatus', await withdrawObjection(context, input)),
	}),
}));
