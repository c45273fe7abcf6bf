import { decodeGlobalID } from '@pothos/plugin-relay';
import type { z } from 'zod';
import { refusal } from '../../schema/refusals.ts';
import { answerRightsRequestInput, verifyRightsRequestInput } from '../../schema/request/submission.ts';
import { answerRightsRequest, verifyRightsRequest } from '../service/request-desk.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { OutcomeEnum } from './enums.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member, refusalMember } from './result.ts';

/**
 * Refused input is answered before scopes are checked where a field has a union of errors, and a stranger is to learn
 * nothing of these fields: so their unions are plain ones, and their input is validated inside.
 */
const plainUnion = (name: string, description: string) =>
	builder.unionType(name, {
		description,
		types: [RightsRequestType, InputRejected, RefusedType],
		resolveType: (value) => String(Reflect.get(value, '__typename')),
	});

const VerifyResult = plainUnion('VerifyRightsRequestResult', 'What came of noting a verification.');
const AnswerResult = plainUnion('AnswerRightsRequestResult', 'What came of answering a request.');

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

/** The id within the store that an id of the API names; null where it names something else. */
const requestIdOf = (globalId: string): string | null => {
	try {
		const { typename, id } = decodeGlobalID(globalId);
		return typename === 'RightsRequest' ? id : null;
	} catch {
		return null;
	}
};

const unknown = () => refusalMember(refusal('UNKNOWN_REQUEST', ['id']));

/** An error that is returned counts as thrown, so the refusal goes out as a plain object with the same fields. */
const plain = ({ name, message, code, issues, path }: InputRejected) => {
	const value: InputRejected = { name, message, code, issues, path };
	return member('InvalidInput', { ok: true, value });
};

type Validated<Schema extends z.ZodType> =
	| { ok: true; input: z.output<Schema> }
	| { ok: false; invalid: ReturnType<typeof plain> };

const validated = <Schema extends z.ZodType>(schema: Schema, input: unknown): Validated<Schema> => {
	const parsed = schema.safeParse(input);
	return parsed.success
		? { ok: true, input: parsed.data }
		: { ok: false, invalid: plain(new InputRejected(parsed.error.issues)) };
};

builder.mutationFields((t) => ({
	verifyRightsRequest: t.field({
		type: VerifyResult,
		authScopes: needs('requests:verify'),
		description: 'Notes that staff has satisfied itself of who asks.',
		args: { input: t.arg({ type: VerifyInput, description: 'Whose request.' }) },
		resolve: async (_, args, context) => {
			const checked = validated(verifyRightsRequestInput, args.input);
			if (!checked.ok) return checked.invalid;
			const id = requestIdOf(checked.input.id);
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
			const id = requestIdOf(checked.input.id);
			return id ? member('RightsRequest', await answerRightsRequest(context, { ...checked.input, id })) : unknown();
		},
	}),
}));
