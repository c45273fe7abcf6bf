import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import { schema } from '../../api/graphql/schema.ts';
import { scopes } from '../../schema/access/access.ts';
import { operationOn } from '../graphql/operation.ts';
import { publicUrl } from '../support/places.ts';
import { freePort, runProgram, startProgram } from '../support/process.ts';

/** What every text of every input carries: nobody but the person's own letters may ever say it. */
const canary = 'Zaunkoenig';

const given = {
	email: `${canary}@stranger.example`,
	locale: 'en',
	notice: 'california',
	notices: ['california'],
	version: '2027-03-01',
	code: 'AAAAA-AAAAA-AAAAA-AAAAA',
};

const texts = { String: `${canary} <b>sings</b>` };

const operations = (['query', 'mutation'] as const).flatMap((kind) => {
	const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
	return isObjectType(type)
		? Object.values(type.getFields()).map((field) => operationOn(kind, field, given, texts))
		: [];
});

const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((it) => it.isFile())
		.map((it) => join(it.parentPath, it.name));

it('leaves nothing that people send in clear in the store, the log, an answer or the metrics', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'noticekeeper-canaries-'));
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const env = { PORT: port, HOST: '127.0.0.1', PUBLIC_URL: publicUrl, DATA_DIR: dataDir, LOG_LEVEL: 'debug' };
	const server = await startProgram(env, ['test/support/server-program.ts']);
	const made = await runProgram(
		['api/cli/admin.ts', 'key', 'new', '--name', 'canaries', '--scopes', scopes.join(','), '--json'],
		env,
	);
	const { key } = JSON.parse(made.output);

	const answers: { name: string; text: string }[] = [];
	const ask = async ({ name, query, variables }: (typeof operations)[number], headers: Record<string, string>) => {
		const body = JSON.stringify({ query, variables });
		const response = await fetch(`${url}/graphql`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body,
		});
		answers.push({ name, text: await response.text() });
	};
	for (const it of operations) {
		await ask(it, {});
		await ask(it, { authorization: `Bearer ${key}` });
	}
	// The pages say again in a form what was typed wrongly; what is kept of it is kept for that one answer.
	for (const form of ['request', 'objection', 'subscribe']) {
		const body = new URLSearchParams({ email: `${canary} at nowhere`, name: canary, details: canary, reason: canary });
		await fetch(`${url}/forms/${form}/`, { method: 'POST', body, redirect: 'manual' }).then((it) => it.text());
	}
	const metrics = await fetch(`${url}/metrics`).then((it) => it.text());
	await server.stop();

	const has = (text: string) => text.toLowerCase().includes(canary.toLowerCase());
	const accepted = answers.filter(
		({ name, text }) => /^(submit|subscribe)/.test(name) && !/Invalid|Refus|errors/.test(text),
	);
	expect(accepted.length, 'mutations that took what was sent').toBeGreaterThanOrEqual(3);
	expect(answers.filter(({ text }) => has(text))).toEqual([]);
	expect(answers.filter(({ text }) => text.includes('INTERNAL_SERVER_ERROR'))).toEqual([]);
	const holding = filesUnder(dataDir).filter((file) => has(readFileSync(file).toString('latin1')));
	expect(holding.filter((file) => !file.startsWith(join(dataDir, 'mail')))).toEqual([]);
	expect(holding.length, 'letters to the people themselves').toBeGreaterThanOrEqual(1);
	expect([has(server.output()), has(metrics)]).toEqual([false, false]);
});
