import type { TestApi } from './api.ts';

/** The global id of a thing in the store. */
export const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64');

/** Runs a mutation of staff and answers what came of it: the code of a refusal, the fields to mend, or some fields. */
export const doing =
	(api: TestApi, as: { key?: string; headers?: Record<string, string> }) =>
	async (mutation: string, input: object, fields = ''): Promise<Record<string, unknown>> => {
		const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
		const query = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename ${fields}
			... on Refusal { code path } ... on InvalidInput { issues { path message } } } }`;
		const { data, errors } = await api.ask(query, { input }, as);
		return errors ? { error: errors[0]?.extensions?.code } : data.result;
	};
