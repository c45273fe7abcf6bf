import type { ObjectRef } from '@pothos/core';
import type { z } from 'zod';
import { builder } from './builder.ts';
import { type FieldIssue, InputRejected } from './input-rejected.ts';
import { RefusedType, type WindowClosedType } from './refusal.ts';
import { member } from './result.ts';

/**
 * Refused input is answered before scopes are checked where a field has a union of errors, and a stranger is to learn
 * nothing of the fields of staff and tools: so their unions are plain ones, and their input is validated inside.
 */
export const plainUnion = <T extends object>(
	name: string,
	description: string,
	type: ObjectRef<typeof builder.$inferSchemaTypes, T>,
	/** Refusals with more to say than a code. */
	refusals: (typeof WindowClosedType)[] = [],
) =>
	builder.unionType(name, {
		description,
		types: [type, InputRejected, ...refusals, RefusedType],
		resolveType: (value) => String(Reflect.get(value, '__typename')),
	});

/** An error that is returned counts as thrown, so the refusal goes out as a plain object with the same fields. */
const plain = ({ name, message, code, issues, path }: InputRejected) => {
	const value: InputRejected = { name, message, code, issues, path };
	return member('InvalidInput', { ok: true, value });
};

export type Validated<Schema extends z.ZodType> =
	| { ok: true; input: z.output<Schema> }
	| { ok: false; invalid: ReturnType<typeof plain> };

/** Input as its schema has it, or what to answer in its place: all that is wrong, and what else is known to be. */
export const validated = <Schema extends z.ZodType>(
	schema: Schema,
	input: unknown,
	alsoWrong: readonly FieldIssue[] = [],
): Validated<Schema> => {
	const parsed = schema.safeParse(input);
	return parsed.success
		? { ok: true, input: parsed.data }
		: { ok: false, invalid: plain(new InputRejected([...parsed.error.issues, ...alsoWrong])) };
};
