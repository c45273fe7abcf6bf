import { decideObjectionInput } from '../../schema/objection/submission.ts';
import { decideObjection, type ObjectionPreview, previewDecision } from '../service/objection-desk.ts';
import { builder, needs } from './builder.ts';
import { ObjectionType } from './desk-objection.ts';
import { ObjectionDecisionEnum } from './enums.ts';
import { plainUnion } from './plain-union.ts';
import { PreviewedLetterType } from './request-preview.ts';
import { aimedField, staffActions } from './staff-action.ts';

const subject = { type: ObjectionType, name: 'Objection', unknown: 'UNKNOWN_OBJECTION' } as const;

const input = builder.inputType('DecideObjectionInput', {
	description: 'The decision on an objection.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the objection.' }),
		decision: t.field({ type: ObjectionDecisionEnum, description: 'What is decided.' }),
		message: t.string({ description: 'The reason, in the words of the letter.' }),
	}),
});

const shared = { input, schema: decideObjectionInput, scope: 'objections:decide', asked: 'The decision.' } as const;

staffActions(subject)('decideObjection', {
	...shared,
	description: 'Decides a counted objection; a letter with the reason goes out.',
	came: 'What came of deciding an objection.',
	act: decideObjection,
});

const ObjectionPreviewType = builder.objectRef<ObjectionPreview>('ObjectionPreview').implement({
	description: 'What a decision would make of an objection. Nothing of it is kept.',
	fields: (t) => ({
		letters: t.expose('letters', {
			type: [PreviewedLetterType],
			authScopes: needs('objections:read'),
			description: 'The letters that would leave.',
		}),
	}),
});

aimedField(subject)('previewDecideObjection', {
	...shared,
	description: 'Shows the letter that a decision would send. Nothing is decided, and nothing leaves.',
	result: plainUnion(
		'ObjectionPreviewResult',
		'What a decision would do, or why it would not be taken.',
		ObjectionPreviewType,
	),
	success: 'ObjectionPreview',
	act: previewDecision,
});
