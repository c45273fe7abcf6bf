import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { bodyLimit, csrfHeader } from '../../api/graphql/yoga.ts';
import { endpoint, openTestApi } from './api.ts';

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = json): RequestInit => ({
	method: 'POST',
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body),
});

it('passes all 61 audits of GraphQL over HTTP with the CSRF header', async () => {
	await using api = await openTestApi();
	const fetchFn = (url: string, init: RequestInit = {}) =>
		api.yoga.fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), [csrfHeader]: '1' } });
	const results = await auditServer({ url: endpoint, fetchFn });
	expect(results.filter(({ status }) => status !== 'ok').map(({ id, name, status }) => [id, name, status])).toEqual([]);
	expect(results).toHaveLength(61);
});

it.each([
	['no JSON', post('{"query":'), 400],
	['JSON that is no object', post('[1]'), 400],
	['JSON null', post('null'), 400],
	['no query', post({}), 400],
	['a query that is no text', post({ query: 7 }), 400],
	['variables that are no object', post({ query: '{__typename}', variables: 'x' }), 400],
	['an unknown parameter', post({ query: '{__typename}', extra: 1 }), 400],
	['a query that does not parse', post({ query: '{' }, { ...json, accept: 'application/graphql-response+json' }), 400],
	['an unknown field', post({ query: '{nothing}' }, { ...json, accept: 'application/graphql-response+json' }), 400],
	[
		'a variable of the wrong type',
		post(
			{ query: 'query ($v: Int!) { notice(slug: $v) { slug } }', variables: { v: 1 } },
			{ ...json, accept: 'application/graphql-response+json' },
		),
		400,
	],
	['a body that is too long', post({ query: `{__typename} #${'x'.repeat(bodyLimit)}` }), 413],
	[
		'variables nested fifty thousand deep',
		post(`{"query":"{__typename}","variables":{"v":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`),
		413,
	],
	['another method', { method: 'PUT', headers: json, body: '{}' }, 405],
	['a body that is neither', post('hello', { 'content-type': 'text/plain', [csrfHeader]: '1' }), 415],
	['a form with files', post('x', { 'content-type': 'multipart/form-data; boundary=x', [csrfHeader]: '1' }), 415],
] as [string, RequestInit, number][])('answers %s with the right status and no internals', async (_, init, status) => {
	await using api = await openTestApi();
	const answer = await api.send(init);
	expect(answer.status).toBe(status);
	expect(answer.text).not.toMatch(/node_modules|\.ts:|\.js:|stack|originalError|SyntaxError|Did you mean/);
});

it('answers the same whatever NODE_ENV is', async () => {
	await using api = await openTestApi();
	const before = process.env.NODE_ENV;
	const texts = new Set<string>();
	for (const mode of ['production', 'development', undefined]) {
		if (mode) process.env.NODE_ENV = mode;
		else delete process.env.NODE_ENV;
		api.replaceLibrary(null as never);
		const { text } = await api.ask('{ notices { slug } }');
		texts.add(text.replace(/[0-9a-f-]{36}/, ''));
	}
	process.env.NODE_ENV = before;
	expect([...texts]).toHaveLength(1);
	expect([...texts][0]).not.toMatch(/TypeError|undefined|notices of null|stack/);
});

it('masks what goes wrong on our side and logs it by its id, without what was sent', async () => {
	await using api = await openTestApi();
	api.replaceLibrary({
		get notices() {
			throw new TypeError('secret of ana@example.com');
		},
	} as never);
	const query =
		'mutation ($email: String!) { subscribe(input: { email: $email, notices: ["california"] }) { __typename } }';
	const { status, errors, text } = await api.ask(query, { email: 'ana@example.com' });
	expect(status).toBe(500);
	const requestId = errors?.[0]?.extensions?.requestId;
	expect(errors).toEqual([
		{
			message: 'Something went wrong on our side.',
			path: ['subscribe'],
			extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
		},
	]);
	expect(text).not.toContain('secret');
	expect(api.logged).toHaveLength(1);
	expect(api.logged[0]).toContain(String(requestId));
	expect(api.logged[0]).not.toMatch(/ana@example|secret|subscribe\(/);
	expect(Object.keys(JSON.parse(api.logged[0] ?? '{}')).sort()).toEqual([
		'at',
		'error',
		'hostname',
		'level',
		'msg',
		'pid',
		'requestId',
		'time',
	]);
});

it('lets other sites neither read an answer nor send cookies', async () => {
	await using api = await openTestApi();
	const { headers } = await api.send(post({ query: '{__typename}' }, { ...json, origin: 'https://evil.example' }));
	expect(headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
	expect(headers.get('access-control-allow-credentials')).toBeNull();
});

const mutation = 'mutation{resendCodes(input:{email:"a@b.example"}){__typename}}';

it('does nothing for what a browser sends to a stranger’s bidding', async () => {
	await using api = await openTestApi();
	const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
	const foreign = { origin: 'https://evil.example', cookie: 'session=1' };
	for (const type of types) {
		const answer = await api.send(post(`query=${encodeURIComponent(mutation)}`, { 'content-type': type, ...foreign }));
		expect(answer.status).toBe(403);
	}
	expect((await api.send({ headers: foreign }, `?query=${encodeURIComponent(mutation)}`)).status).toBe(403);
	expect(
		(await api.send({ headers: { ...foreign, [csrfHeader]: '1' } }, `?query=${encodeURIComponent(mutation)}`)).status,
	).toBe(405);
	expect(await api.deliver()).toEqual([]);
	const queued = await api.store.read((tx) => tx.selectFrom('outbox').selectAll().execute());
	expect(queued).toEqual([]);
});
