import SchemaBuilder from '@pothos/core';
import complexity from '@pothos/plugin-complexity';
import errors from '@pothos/plugin-errors';
import relay from '@pothos/plugin-relay';
import scopeAuth, { type AuthFailure } from '@pothos/plugin-scope-auth';
import validation from '@pothos/plugin-validation';
import { GraphQLError } from 'graphql';
import { type Scope, scopesOf } from '../../schema/access/access.ts';
import { refusals } from '../../schema/refusals.ts';
import type { Instant, PlainDate } from '../../schema/time.ts';
import type { ApiContext } from '../context.ts';
import { declaredScopes } from './declared-scopes.ts';
import { InputRejected } from './input-rejected.ts';

/** What anybody may read or do. */
export const open = { public: true } as const;

/** What only a key with the scope, or a role that has it, may read or do. */
export const needs = (scope: Scope): { scope: Scope } => ({ scope });

const forbidden = () => new GraphQLError('This needs a key with another scope.', { extensions: { code: 'FORBIDDEN' } });

const stepUp = () => new GraphQLError(refusals.STEP_UP_NEEDED, { extensions: { code: 'STEP_UP_NEEDED' } });

/** The scopes that were lacking. */
const lacking = (failure: AuthFailure): unknown[] => {
	if ('failures' in failure) return failure.failures.flatMap(lacking);
	return 'parameter' in failure ? [failure.parameter] : [];
};

/** Whoever would have the scope with a recent sign-in is told so; everybody else, that it is not for them. */
const unauthorized = (_: unknown, { staff }: ApiContext, __: unknown, { failure }: { failure: AuthFailure }) => {
	const ofRole: readonly unknown[] = staff ? scopesOf(staff.role) : [];
	return lacking(failure).every((scope) => ofRole.includes(scope)) ? stepUp() : forbidden();
};

const tooComplex = () =>
	new GraphQLError('This asks for too much at once; ask for fewer items or fields.', {
		extensions: { code: 'TOO_COMPLEX', http: { status: 400 } },
	});

/** Most items that one page of a connection holds. */
export const pageLimit = 100;

export const builder = new SchemaBuilder<{
	Context: ApiContext;
	DefaultFieldNullability: false;
	DefaultInputFieldRequiredness: true;
	DefaultAuthStrategy: 'all';
	AuthScopes: { public: boolean; scope: Scope };
	DefaultEdgesNullability: { list: false; items: false };
	DefaultNodeNullability: false;
	Scalars: {
		DateTime: { Input: Instant; Output: Instant };
		Date: { Input: PlainDate; Output: PlainDate };
		ID: { Input: string; Output: string };
	};
}>({
	// Plugins wrap from the last to the first, so the first one's check is the outermost.
	plugins: [scopeAuth, errors, relay, validation, complexity, declaredScopes],
	defaultFieldNullability: false,
	defaultInputFieldRequiredness: true,
	scopeAuth: {
		defaultStrategy: 'all',
		authorizeOnSubscribe: true,
		treatErrorsAsUnauthorized: true,
		unauthorizedError: unauthorized,
		authScopes: (context) => ({ public: true, scope: (needed) => context.scopes.has(needed) }),
	},
	// Refused input is answered before scopes are checked, so only public mutations have unions of errors.
	errors: { unsafelyHandleInputErrors: true },
	validation: { validationError: (failure) => new InputRejected(failure.issues) },
	complexity: { limit: { complexity: 20_000 }, defaultListMultiplier: 5, complexityError: tooComplex },
	relay: {
		cursorType: 'String',
		idFieldOptions: { authScopes: open, description: 'Names this object among all objects of the API.' },
		nodeTypeOptions: { description: 'An object that can be asked for again by its id.' },
		nodeQueryOptions: {
			authScopes: open,
			description: 'The object that an id names, if the caller may see it.',
			args: { id: { description: 'The id, as the API gave it.' } },
		},
		nodesQueryOptions: false,
		pageInfoTypeOptions: { description: 'Where a page of a connection stands.' },
		hasNextPageFieldOptions: { authScopes: open, description: 'Whether items follow.' },
		hasPreviousPageFieldOptions: { authScopes: open, description: 'Whether items come before.' },
		startCursorFieldOptions: { authScopes: open, description: 'Cursor of the first item.' },
		endCursorFieldOptions: { authScopes: open, description: 'Cursor of the last item: give it as `after`.' },
		pageInfoFieldOptions: { authScopes: open, description: 'Where this page stands.' },
		edgesFieldOptions: {
			authScopes: open,
			nullable: { list: false, items: false },
			description: 'The items of this page, each with its cursor.',
			complexity: { field: 1, multiplier: 1 },
		},
		nodeFieldOptions: { authScopes: open, nullable: false, description: 'The item.' },
		cursorFieldOptions: { authScopes: open, description: 'Where the item stands.' },
	},
});
