import { expect, it } from 'vitest';
import { csrfHeader } from '../../api/graphql/yoga.ts';
import { openTestApi, type TestApi } from './api.ts';

const json = { 'content-type': 'application/json' };
const repeat = (count: number, of: (index: number) => string) =>
	Array.from({ length: count }, (_, i) => of(i)).join(' ');

const circular = `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`;

/** A question that must not be answered: refused as a whole, and fast. */
const refuses = async (api: TestApi, query: string) => {
	const started = performance.now();
	const answer = await api.ask(query);
	expect(answer.data ?? null, query.slice(0, 80)).toBeNull();
	expect(answer.errors?.length, query.slice(0, 80)).toBeGreaterThan(0);
	expect(performance.now() - started).toBeLessThan(1_000);
	return answer;
};

it('refuses a hundred aliases of __typename', async () => {
	await using api = await openTestApi();
	await refuses(api, `{ ${repeat(100, (i) => `a${i}: __typename`)} }`);
});

it('refuses queries in a batch', async () => {
	await using api = await openTestApi();
	const body = JSON.stringify(Array(10).fill({ query: '{__typename}' }));
	const answer = await api.send({ method: 'POST', headers: json, body });
	expect(answer.status).toBe(400);
	expect(answer.data).toBeUndefined();
});

it('refuses ten directives', async () => {
	await using api = await openTestApi();
	await refuses(api, `{ __typename ${repeat(10, () => '@aa')} }`);
	await refuses(api, `{ __typename ${repeat(10, () => '@include(if: true)')} }`);
});

it('refuses circular introspection', async () => {
	await using api = await openTestApi();
	await refuses(api, circular);
});

it('suggests no names', async () => {
	await using api = await openTestApi();
	for (const query of [
		'{ notic }',
		'{ __schem }',
		'{ notice(slugg: "x") { slug } }',
		'mutation { submitRightsRequest(input: { population: WEBSIT, rights: [DELET] }) { __typename } }',
		'{ node(id: "x") { slug } }',
		'query ($r: Righ) { __typename }',
	]) {
		const { text } = await refuses(api, query);
		expect(text).not.toContain('Did you mean');
	}
	const { text } = await api.ask('query ($s: RequestStatus) { rightsRequests(status: $s) { edges { cursor } } }', {
		s: 'LAPSE',
	});
	expect(text).not.toContain('Did you mean');
});

it('shows no GraphiQL and no landing page', async () => {
	await using api = await openTestApi();
	for (const path of ['', '/', '?query={__typename}']) {
		const answer = await api.send({ headers: { accept: 'text/html' } }, path);
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(answer.text.toLowerCase()).not.toMatch(/graphiql|playground|<html/);
	}
});

it('refuses a query by GET without the header', async () => {
	await using api = await openTestApi();
	expect((await api.send({}, '?query={__typename}')).status).toBe(403);
});

it('refuses a mutation by GET, header or not', async () => {
	await using api = await openTestApi();
	const path = `?query=${encodeURIComponent('mutation{unsubscribe(input:{token:"xxxxxxxxxxxxxxxxxxxx"}){__typename}}')}`;
	expect((await api.send({}, path)).status).toBe(403);
	expect((await api.send({ headers: { [csrfHeader]: '1' } }, path)).status).toBe(405);
});

it('refuses a form', async () => {
	await using api = await openTestApi();
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	expect((await api.send({ method: 'POST', headers, body: 'query={__typename}' })).status).toBe(403);
});

it('answers with no trace', async () => {
	await using api = await openTestApi();
	const { text } = await api.ask('{ __typename }', {}, { headers: { 'apollo-federation-include-trace': 'ftv1' } });
	expect(JSON.parse(text)).toEqual({ data: { __typename: 'Query' } });
});

it('handles every error', async () => {
	await using api = await openTestApi();
	const { text } = await refuses(api, 'qwerty cop { abc }');
	expect(text).not.toMatch(/exception|stacktrace|at Object|Error:.*\n/);
});

it('refuses fields by the hundred', async () => {
	await using api = await openTestApi();
	const answer = await api.ask(`{ ${repeat(500, () => '__typename')} }`);
	expect(answer.text.length).toBeLessThan(200);
	await refuses(api, `{ ${repeat(1001, () => '__typename')} }`);
});

const versions = (depth: number): string => (depth === 0 ? 'version' : `predecessor { ${versions(depth - 1)} }`);

it.each([
	['a question eleven levels deep', `{ notice(slug: "california") { current { ${versions(10)} } } }`],
	[
		'depth hidden in fragments',
		`{ notice(slug: "california") { current { ...A } } }
		fragment A on NoticeVersion { predecessor { predecessor { predecessor { ...B } } } }
		fragment B on NoticeVersion { predecessor { predecessor { predecessor { ...C } } } }
		fragment C on NoticeVersion { predecessor { predecessor { predecessor { version } } } }`,
	],
	[
		'a circle of fragments',
		'{ notices { ...A } } fragment A on Notice { slug ...B } fragment B on Notice { slug ...A }',
	],
	['a page of a million', '{ notices { versions(first: 1000000) { edges { node { text } } } } }'],
	[
		'pages within pages',
		'{ notices { versions(first: 100) { edges { node { notice { versions(first: 100) { edges { node { text } } } } } } } } }',
	],
	['a long text of tokens', `{ ${'hello '.repeat(2000)} }`],
	['the schema', '{ __schema { queryType { name } } }'],
	['the schema under another name', '{ harmless: __schema { queryType { name } } }'],
	['the schema in a fragment', 'query { ...__schema } fragment __schema on Query { __schema { types { name } } }'],
	['the schema in an inline fragment', 'query __schema { ... on Query { a: __schema { types { name } } } }'],
	[
		'redlines by the dozen',
		`{ notice(slug: "california") { versions(first: 100) { edges { node { ${repeat(3, (i) => `r${i}: redline { spans { text } data }`)} } } } } }`,
	],
])('refuses %s', async (_, query) => {
	await using api = await openTestApi();
	await refuses(api, query);
});

it('refuses a page of a million in a variable, and answers with a hundred at most', async () => {
	await using api = await openTestApi();
	const query = 'query ($n: Int) { notice(slug: "california") { versions(first: $n) { edges { node { version } } } } }';
	expect((await api.ask(query, { n: 1_000_000 })).data.notice.versions.edges.length).toBeLessThanOrEqual(100);
	expect((await api.ask(query, { n: -1 })).errors).toHaveLength(1);
});

it('lets a fragment and an operation be named __schema, and a type be asked for', async () => {
	await using api = await openTestApi();
	const named = await api.ask('query __schema { ...__schema } fragment __schema on Query { notices { slug } }');
	expect(named.data.notices.length).toBeGreaterThan(0);
	expect((await api.ask('{ __type(name: "Notice") { name } }')).data.__type.name).toBe('Notice');
});

it('shows the schema to a key, and goes on refusing it to others', async () => {
	await using api = await openTestApi();
	const key = await api.keyFor('requests:read');
	const query = '{ __schema { queryType { name } } }';
	await refuses(api, query);
	expect((await api.ask(query, {}, { key })).data.__schema.queryType.name).toBe('Query');
	await refuses(api, query);
});
