import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { csrfHeader } from '../../api/graphql/yoga.ts';
import { startServer } from '../support/server.ts';

it('passes all 61 audits of GraphQL over HTTP, asked over the network', async () => {
	await using server = await startServer();
	const results = await auditServer({
		url: `${server.url}/graphql`,
		fetchFn: (url: string, init: RequestInit = {}) => {
			const headers = new Headers(init.headers);
			headers.set(csrfHeader, '1');
			return fetch(url, { ...init, headers });
		},
	});
	expect(results.filter((it) => it.status !== 'ok').map(({ id, name }) => `${id} ${name}`)).toEqual([]);
	expect(results).toHaveLength(61);
});
