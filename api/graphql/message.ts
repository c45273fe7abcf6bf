import { openFileInput } from '../../schema/request/desk.ts';
import { askForMessagesInput, replyInput } from '../../schema/request/message.ts';
import type { Conversation, Message } from '../service/conversation.ts';
import { type OpenedFile, openFile, readMessages } from '../service/message-files.ts';
import { askForMessages, openMessages, reply } from '../service/messages.ts';
import { builder, needs, open } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { AuthorEnum, FileTypeEnum, RightEnum } from './enums.ts';
import { InputRejected } from './input-rejected.ts';
import { recordedVersion } from './lookup.ts';
import { plainUnion } from './plain-union.ts';
import { NoticeVersionType } from './refs.ts';
import { RefusedType } from './refusal.ts';
import { RequestStateType } from './request-state.ts';
import { member } from './result.ts';
import { aimedField } from './staff-action.ts';
import { TokenInput } from './token-input.ts';

const MessageFileType = builder.objectRef<Message['files'][number]>('MessageFile').implement({
	description: 'A file that came with a message.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes: open, description: 'Names it for `openFile`.' }),
		name: t.exposeString('name', {
			authScopes: open,
			description: 'What its sender calls it; empty where that is destroyed.',
		}),
		type: t.expose('type', { type: FileTypeEnum, authScopes: open, description: 'What it is, by its first bytes.' }),
		bytes: t.exposeInt('bytes', { authScopes: open, description: 'Its length.' }),
	}),
});

const MessageType = builder.objectRef<Message>('Message').implement({
	description: 'Something written about a request.',
	fields: (t) => ({
		id: t.exposeString('id', { authScopes: open, description: 'Names it among those of the request.' }),
		from: t.expose('from', { type: AuthorEnum, authScopes: open, description: 'Who wrote it.' }),
		at: t.expose('at', { type: 'DateTime', authScopes: open, description: 'When.' }),
		text: t.exposeString('text', {
			nullable: true,
			authScopes: open,
			description: 'The words; null where there are none, or they are destroyed.',
		}),
		files: t.field({
			type: [MessageFileType],
			authScopes: open,
			description: 'What came with it.',
			resolve: ({ files }) => files,
		}),
	}),
});

const ConversationType = builder.objectRef<Conversation>('Conversation').implement({
	description: 'A request, and what was written about it.',
	fields: (t) => ({
		request: t.expose('request', { type: RequestStateType, authScopes: open, description: 'How it stands.' }),
		version: t.field({
			type: NoticeVersionType,
			authScopes: open,
			description: 'The version in force at receipt, whose promises hold for it.',
			resolve: ({ request }, _, context) => recordedVersion(context, request.notice, request.version),
		}),
		messages: t.field({
			type: [MessageType],
			authScopes: open,
			description: 'What was written, first to last.',
			resolve: ({ messages }) => messages,
		}),
		mayReply: t.exposeBoolean('mayReply', { authScopes: open, description: 'Whether the person can write now.' }),
	}),
});

const AskForMessagesInput = builder
	.inputType('AskForMessagesInput', {
		description: 'The request that somebody wants to write about.',
		fields: (t) => ({
			code: t.string({ description: 'The receipt code, however its letters and hyphens are typed.' }),
			right: t.field({ type: RightEnum, description: 'The right asked for.' }),
		}),
	})
	.validate(askForMessagesInput);

const LinkSentType = builder.objectRef<{ sent: boolean }>('MessagesLinkSent').implement({
	description: 'If the request came with an e-mail address, a letter with a link is on its way to it.',
	fields: (t) => ({
		sent: t.exposeBoolean('sent', {
			authScopes: open,
			description: 'Always true, whether there is an address or not.',
		}),
	}),
});

builder.mutationField('askForMessages', (t) =>
	t.errorUnionField({
		types: [LinkSentType, InputRejected, RefusedType],
		union: { name: 'AskForMessagesResult', description: 'What came of asking for a link to the messages.' },
		authScopes: open,
		description: 'Has a link to the messages about a request mailed to the address that it came with.',
		args: { input: t.arg({ type: AskForMessagesInput, description: 'Which request.' }) },
		resolve: async (_, { input }, context) => member('MessagesLinkSent', await askForMessages(context, input)),
	}),
);

builder.mutationField('openMessages', (t) =>
	t.errorUnionField({
		types: [ConversationType, InputRejected, RefusedType],
		union: { name: 'OpenMessagesResult', description: 'What came of opening messages.' },
		authScopes: open,
		description: 'The messages that the link of a letter is for, as often as they are asked for until it ends.',
		args: { input: t.arg({ type: TokenInput, description: 'The link.' }) },
		resolve: async (_, { input }, context) => member('Conversation', await openMessages(context, input)),
	}),
);

const ReplyInput = builder
	.inputType('ReplyToMessagesInput', {
		description: 'What the person writes.',
		fields: (t) => ({
			token: t.string({ description: 'The last part of the link.' }),
			message: t.string({ required: false, description: 'The words.' }),
			key: t.string({
				required: false,
				description: 'Makes the same sent again one message; from 1 to 255 characters.',
			}),
		}),
	})
	.validate(replyInput);

builder.mutationField('replyToMessages', (t) =>
	t.errorUnionField({
		types: [ConversationType, InputRejected, RefusedType],
		union: { name: 'ReplyToMessagesResult', description: 'What came of writing.' },
		authScopes: open,
		description: 'Writes to staff over the link of a letter. Files are sent to `/files/<token>`, with the same fields.',
		args: { input: t.arg({ type: ReplyInput, description: 'What is written.' }) },
		resolve: async (_, { input }, context) => member('Conversation', await reply(context, input, [])),
	}),
);

builder.objectField(RightsRequestType, 'messages', (t) =>
	t.field({
		type: [MessageType],
		authScopes: needs('personal:read'),
		complexity: 5,
		description: 'What was written about it, first to last. Reading it is recorded.',
		resolve: (request, _, context) => readMessages(context, request),
	}),
);

const personal = needs('personal:read');

const OpenedFileType = builder.objectRef<OpenedFile>('OpenedFile').implement({
	description: 'A file that a person sent, to be kept or opened outside of the desk.',
	fields: (t) => ({
		name: t.exposeString('name', { authScopes: personal, description: 'What its sender calls it.' }),
		type: t.expose('type', {
			type: FileTypeEnum,
			authScopes: personal,
			description: 'What it is, by its first bytes.',
		}),
		content: t.string({
			authScopes: personal,
			description: 'Its bytes, in base64.',
			resolve: ({ bytes }) => bytes.toString('base64'),
		}),
	}),
});

aimedField({ name: 'RightsRequest', unknown: 'UNKNOWN_REQUEST' })('openFile', {
	input: builder.inputType('OpenFileInput', {
		description: 'A file that came with a message.',
		fields: (t) => ({
			id: t.id({ description: 'The id of the request.' }),
			fileId: t.string({ description: 'The id of the file.' }),
		}),
	}),
	schema: openFileInput,
	scope: 'personal:read',
	description: 'A file that came with a message. Reading it is recorded.',
	asked: 'Which file.',
	result: plainUnion('OpenFileResult', 'What came of opening a file.', OpenedFileType),
	success: 'OpenedFile',
	act: (context, { id, fileId }) => openFile(context, { requestId: id, fileId }),
});
