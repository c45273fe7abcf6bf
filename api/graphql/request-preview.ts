import type { PreviewedLetter } from '../service/letter-preview.ts';
import { countReading } from '../service/personal-access.ts';
import type { RequestPreview } from '../service/request-preview.ts';
import { builder, needs } from './builder.ts';
import { LetterChannelEnum, LetterKindEnum } from './enums.ts';
import { plainUnion } from './plain-union.ts';
import { WindowClosedType } from './refusal.ts';

const read = needs('requests:read');

export const PreviewedLetterType = builder.objectRef<PreviewedLetter>('PreviewedLetter').implement({
	description: 'A letter as it would leave; a dot stands for each sign of its receipt code.',
	fields: (t) => ({
		kind: t.expose('kind', { type: LetterKindEnum, authScopes: read, description: 'Which.' }),
		channel: t.expose('channel', { type: LetterChannelEnum, authScopes: read, description: 'How it leaves.' }),
		locale: t.exposeString('locale', { authScopes: read, description: 'Its language.' }),
		subject: t.exposeString('subject', { authScopes: read, description: 'What it says that it is about.' }),
		text: t.string({
			authScopes: needs('personal:read'),
			description: 'All that it says. It may hold what the person wrote, so reading it is recorded.',
			resolve: async ({ receiptId, text }, _, context) => {
				await countReading(context, receiptId);
				return text;
			},
		}),
	}),
});

const RequestPreviewType = builder.objectRef<RequestPreview>('RequestPreview').implement({
	description: 'What an action would make of a request. Nothing of it is kept.',
	fields: (t) => ({
		letters: t.expose('letters', {
			type: [PreviewedLetterType],
			authScopes: read,
			description: 'The letters that would leave; none where nobody would be written to.',
		}),
	}),
});

export const RequestPreviewResult = plainUnion(
	'RequestPreviewResult',
	'What an action would do, or why it would not be done.',
	RequestPreviewType,
	[WindowClosedType],
);
