import { decideObjectionInput } from '../../schema/objection/submission.ts';
import { decideObjection } from '../service/objection-desk.ts';
import { builder } from './builder.ts';
import { ObjectionType } from './desk-objection.ts';
import { ObjectionDecisionEnum } from './enums.ts';
import { staffActions } from './staff-action.ts';

staffActions({ type: ObjectionType, name: 'Objection', unknown: 'UNKNOWN_OBJECTION' })('decideObjection', {
	input: builder.inputType('DecideObjectionInput', {
		description: 'The decision on an objection.',
		fields: (t) => ({
			id: t.id({ description: 'The id of the objection.' }),
			decision: t.field({ type: ObjectionDecisionEnum, description: 'What is decided.' }),
			message: t.string({ description: 'The reason, in the words of the letter.' }),
		}),
	}),
	schema: decideObjectionInput,
	scope: 'objections:decide',
	description: 'Decides a counted objection; a letter with the reason goes out.',
	came: 'What came of deciding an objection.',
	asked: 'The decision.',
	act: decideObjection,
});
