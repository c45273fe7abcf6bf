import type { ObjectRef } from '@pothos/core';
import type { z } from 'zod';
import type { Scope } from '../../schema/access/access.ts';
import { type RefusalCode, refusal } from '../../schema/refusals.ts';
import type { ApiContext } from '../context.ts';
import type { Result } from '../service/result.ts';
import { builder, needs } from './builder.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import type { WindowClosedType } from './refusal.ts';
import { member, refusalMember } from './result.ts';

type Types = typeof builder.$inferSchemaTypes;
type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** The fields that say which request or task is meant. */
export const aimFields = (t: InputFields, what: 'request' | 'task' = 'request') => ({
	id: t.id({ description: `The id of the ${what}.` }),
	expectedRevision: t.int({
		required: false,
		description: 'The revision that you saw; where it has changed, nothing is done.',
	}),
});

/** What staff and tools do something to. */
interface Subject<T extends object> {
	/** Its type, and that type's name. */
	type: ObjectRef<Types, T>;
	name: string;
	/** What is said where there is none by an id. */
	unknown: RefusalCode;
}

export interface StaffAction<Schema extends z.ZodType<{ id: string }>, T extends object> {
	input: PothosSchemaTypes.InputObjectRef<Types, object>;
	schema: Schema;
	scope: Scope;
	description: string;
	/** What the result and the input are; of the mutation by its name where absent. */
	came?: string;
	asked?: string;
	/** Refusals with more to say than a code. */
	refusals?: (typeof WindowClosedType)[];
	act: (context: ApiContext, input: z.output<Schema>) => Promise<Result<T>>;
}

type Field<Schema extends z.ZodType<{ id: string }>, T extends object> = Pick<
	StaffAction<Schema, T>,
	'input' | 'schema' | 'scope' | 'description' | 'asked' | 'act'
> & { result: ReturnType<typeof plainUnion>; success: string };

/** Makes a mutation whose input names what it is about by an id. */
export const aimedField =
	({ name: typeName, unknown }: Pick<Subject<object>, 'name' | 'unknown'>) =>
	<Schema extends z.ZodType<{ id: string }>, T extends object>(
		name: string,
		{ input, schema, scope, description, asked, act, result, success }: Field<Schema, T>,
	): void => {
		const resolve = async (_: unknown, args: { input: object }, context: ApiContext) => {
			const checked = validated(schema, args.input);
			if (!checked.ok) return checked.invalid;
			const id = localIdOf(typeName, checked.input.id);
			return id
				? member(success, await act(context, { ...checked.input, id }))
				: refusalMember(refusal(unknown, ['id']));
		};
		builder.mutationField(name, (t) =>
			t.field({
				type: result,
				authScopes: needs(scope),
				description,
				args: { input: t.arg({ type: input, description: asked ?? 'Which request, and what to do.' }) },
				// The library's type asks whether T is a list before T is known; no subject is one.
				resolve: resolve as never,
			}),
		);
	};

/** Makes the mutations by which staff or a tool does something to one subject. */
export const staffActions =
	<T extends object>(subject: Subject<T>) =>
	<Schema extends z.ZodType<{ id: string }>>(
		name: string,
		{ refusals = [], came = `What came of \`${name}\`.`, ...field }: StaffAction<Schema, T>,
	): void => {
		const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
		const result = plainUnion(`${title}Result`, came, subject.type, refusals);
		aimedField(subject)(name, { ...field, result, success: subject.name });
	};
