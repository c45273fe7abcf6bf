import { decideObjectionInput } from '../../schema/objection/submission.ts';
import { refusal } from '../../schema/refusals.ts';
import { decideObjection } from '../service/objection-desk.ts';
import { builder, needs } from './builder.ts';
import { ObjectionType } from './desk-objection.ts';
import { ObjectionDecisionEnum } from './enums.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import { member, refusalMember } from './result.ts';

const DecideResult = plainUnion('DecideObjectionResult', 'What came of deciding an objection.', ObjectionType);

const DecideInput = builder.inputType('DecideObjectionInput', {
	description: 'The decision on an objection.',
	fields: (t) => ({
		id: t.id({ description: 'The id of the objection.' }),
		decision: t.field({ type: ObjectionDecisionEnum, description: 'What is decided.' }),
		message: t.string({ description: 'The reason, in the words of the letter.' }),
	}),
});

builder.mutationField('decideObjection', (t) =>
	t.field({
		type: DecideResult,
		authScopes: needs('objections:decide'),
		description: 'Decides a counted objection; a letter with the reason goes out.',
		args: { input: t.arg({ type: DecideInput, description: 'The decision.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(decideObjectionInput, args.input);
			if (!checked.ok) return checked.invalid;
			const id = localIdOf('Objection', checked.input.id);
			return id
				? member('Objection', await decideObjection(context, { ...checked.input, id }))
				: refusalMember(refusal('UNKNOWN_OBJECTION', ['id']));
		},
	}),
);
