import { randomUUID } from 'node:crypto';
import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ApiContext } from '../context.ts';
import { InputRejected } from './input-rejected.ts';

const apology = 'Something went wrong on our side.';

/** The frames say where, and nothing of what was sent; the message of an error may quote it. */
const frames = (error: Error) =>
	(error.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 8);

const facts = (error: unknown) =>
	error instanceof Error
		? { error: error.name, code: 'code' in error ? String(error.code) : undefined, at: frames(error) }
		: { error: typeof error };

/** Graphql-js proposes names that come near to a wrong one, in five phrasings; they would spell out the schema. */
const withoutSuggestion = (message: string) => message.replace(/\s*Did you mean .*$/s, '');

/** What Yoga needs to find the status. A request that it could not read is 400, whatever the caller accepts. */
const httpOf = ({ code, http }: GraphQLError['extensions']) =>
	code === 'BAD_REQUEST' && http ? { ...http, spec: false } : http;

/** An error meant for the caller, without anything of ours: no suggestion of names, no original error, no stack. */
const forCaller = (error: GraphQLError): GraphQLError => {
	const { issues } = error.extensions;
	// What a plugin refuses of the arguments of a page carries no code of its own.
	const code = error.originalError instanceof PothosValidationError ? 'BAD_USER_INPUT' : error.extensions.code;
	const extensions = Object.entries({ code, issues, http: httpOf(error.extensions) });
	return new GraphQLError(withoutSuggestion(error.message), {
		nodes: error.nodes ?? null,
		source: error.source ?? null,
		positions: error.positions ?? null,
		path: error.path ?? null,
		extensions: Object.fromEntries(extensions.filter(([, value]) => value !== undefined)),
	});
};

const forInput = (error: InputRejected, path: GraphQLError['path']) =>
	new GraphQLError(error.message, {
		path: path ?? null,
		extensions: { code: 'BAD_USER_INPUT', issues: error.issues },
	});

const isDeliberate = (error: GraphQLError): boolean =>
	error.originalError === undefined ||
	(error.originalError instanceof GraphQLError && isDeliberate(error.originalError));

const unexpected = (log: Logger, error: unknown, requestId: string): GraphQLError => {
	const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
	log.error({ requestId, ...facts(original) }, 'a request failed unexpectedly');
	return new GraphQLError(apology, {
		path: error instanceof GraphQLError ? (error.path ?? null) : null,
		extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, http: { status: 500 } },
	});
};

/** Every error as the caller may see it, in every environment; what is not meant for the caller is logged by its id. */
export const maskError =
	(log: Logger) =>
	(error: unknown): GraphQLError => {
		if (!(error instanceof GraphQLError)) return unexpected(log, error, randomUUID());
		if (error.originalError instanceof InputRejected) return forInput(error.originalError, error.path);
		return isDeliberate(error) ? forCaller(error) : unexpected(log, error, randomUUID());
	};

/** Masks the errors of validation too, which Yoga hands on as they are. */
export const maskValidation: Plugin<ApiContext> = {
	onValidate() {
		return ({ valid, result, setResult }) => {
			if (!valid) setResult(result.map((error) => (error instanceof GraphQLError ? forCaller(error) : error)));
		};
	},
};
