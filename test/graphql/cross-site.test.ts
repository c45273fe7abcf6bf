import { expect, it } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { csrfHeader } from '../../api/graphql/yoga.ts';
import { openTestApi } from './api.ts';
import { operationOn } from './operation.ts';
import { addPerson, signInAs } from './staff.ts';

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) =>
	operationOn('mutation', field),
);

const simple = {
	'application/x-www-form-urlencoded': (body: Body) =>
		new URLSearchParams({ ...body, variables: JSON.stringify(body.variables) }).toString(),
	'multipart/form-data; boundary=x': (body: Body) =>
		`--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${body.query}\r\n--x--\r\n`,
	'text/plain': (body: Body) => JSON.stringify(body),
};

interface Body {
	query: string;
	variables: Record<string, unknown>;
}

it('carries out no mutation that another site has a browser send, with or without the cookie of staff', async () => {
	expect(mutations.length).toBeGreaterThan(20);
	await using api = await openTestApi();
	const { cookie = '' } = await signInAs(api, (await addPerson(api, 'OFFICER')).email);
	const events = () => api.store.read((tx) => tx.selectFrom('event').select('seq').execute());
	const before = await events();
	const origins = [{ origin: 'https://evil.example' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }];
	for (const { name, query, variables } of mutations) {
		for (const origin of origins) {
			for (const headers of [{ ...origin, cookie }, origin]) {
				for (const [type, write] of Object.entries(simple)) {
					const body = write({ query, variables });
					const { status, headers: answered } = await api.send({
						method: 'POST',
						headers: { ...headers, 'content-type': type },
						body,
					});
					expect([status, name, type]).toEqual([403, name, type]);
					expect(answered.get('access-control-allow-credentials')).toBeNull();
				}
				const address = `?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
				expect((await api.send({ headers }, address)).status).toBe(403);
				const withHeader = await api.send({ headers: { ...headers, [csrfHeader]: '1' } }, address);
				expect([name, withHeader.status]).toEqual([name, 405]);
			}
		}
	}
	expect(await events()).toEqual(before);
});

it('lets no page of another site read an answer that is given with cookies', async () => {
	await using api = await openTestApi();
	for (const method of ['OPTIONS', 'POST']) {
		const { headers } = await api.send({
			method,
			headers: {
				origin: 'https://evil.example',
				'content-type': 'application/json',
				'access-control-request-method': 'POST',
				'access-control-request-headers': 'content-type',
			},
			...(method === 'POST' && { body: '{"query":"{viewer{role}}"}' }),
		});
		expect(headers.get('access-control-allow-origin')).not.toMatch(/evil|\*|null/);
		expect(headers.get('access-control-allow-credentials')).toBeNull();
	}
});
