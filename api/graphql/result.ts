import { GraphQLError } from 'graphql';
import type { Refusal } from '../../schema/refusals.ts';
import { refusalIn } from '../../schema/words.ts';
import type { ApiContext } from '../context.ts';
import type { Result } from '../service/result.ts';

type Named<Name extends string, T> = T & { __typename: Name };

const named = <Name extends string, T extends object>(name: Name, value: T): Named<Name, T> => ({
	...value,
	__typename: name,
});

/** A refusal as a member of any union that has it. */
export const refusalMember = (refusal: Refusal) => named(refusal.window ? 'WindowClosed' : 'Refused', refusal);

/** A result as a member of its union: the success type by name, or the refusal. */
export const member = <Name extends string, T extends object>(success: Name, result: Result<T>) =>
	result.ok ? named(success, result.value) : refusalMember(result.refusal);

/** What a code was looked up for; null where it is unknown. Throws where the caller has tried too many. */
export const foundOrNull = <T>(result: Result<T>, { locale }: Pick<ApiContext, 'locale'>): T | null => {
	if (result.ok) return result.value;
	const { code } = result.refusal;
	if (code !== 'TOO_MANY_REQUESTS') return null;
	throw new GraphQLError(refusalIn(code, locale), { extensions: { code, http: { status: 429 } } });
};
