import type { z } from 'zod';
import type { Scope } from '../../schema/access/access.ts';
import { refusal } from '../../schema/refusals.ts';
import type { ApiContext } from '../context.ts';
import type { Aim, DeskRequest } from '../service/request-desk.ts';
import type { Result } from '../service/result.ts';
import { builder, needs } from './builder.ts';
import { RightsRequestType } from './desk-request.ts';
import { localIdOf } from './local-id.ts';
import { plainUnion, validated } from './plain-union.ts';
import type { WindowClosedType } from './refusal.ts';
import { member, refusalMember } from './result.ts';

type Types = typeof builder.$inferSchemaTypes;

/** The fields that say which request is meant. */
export const aimFields = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
	id: t.id({ description: 'The id of the request.' }),
	expectedRevision: t.int({
		required: false,
		description: 'The revision that you saw; where it has changed, nothing is done.',
	}),
});

interface DeskAction<Schema extends z.ZodType<Aim>> {
	input: PothosSchemaTypes.InputObjectRef<Types, object>;
	schema: Schema;
	scope: Scope;
	description: string;
	/** Refusals with more to say than a code. */
	refusals?: (typeof WindowClosedType)[];
	act: (context: ApiContext, input: z.output<Schema>) => Promise<Result<DeskRequest>>;
}

/** A mutation by which staff or a tool does something to one request. */
export const deskAction = <Schema extends z.ZodType<Aim>>(
	name: string,
	{ input, schema, scope, description, refusals = [], act }: DeskAction<Schema>,
): void => {
	const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
	const type = plainUnion(`${title}Result`, `What came of \`${name}\`.`, RightsRequestType, refusals);
	builder.mutationField(name, (t) =>
		t.field({
			type,
			authScopes: needs(scope),
			description,
			args: { input: t.arg({ type: input, description: 'Which request, and what to do.' }) },
			resolve: async (_, args, context) => {
				const checked = validated(schema, args.input);
				if (!checked.ok) return checked.invalid;
				const id = localIdOf('RightsRequest', checked.input.id);
				return id
					? member('RightsRequest', await act(context, { ...checked.input, id }))
					: refusalMember(refusal('UNKNOWN_REQUEST', ['id']));
			},
		}),
	);
};
