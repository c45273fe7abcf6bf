import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicUrl } from '../support/places.ts';
import { freePort, startProgram } from '../support/process.ts';
import type { Row } from './row.ts';

const clients = 64;
const warmUpMs = 3_000;
const measuredMs = 10_000;

const query = `mutation ($email: String!, $key: String!) { submitObjection(idempotencyKey: $key, input: {
	notice: "california", version: "2027-03-01", email: $email, reason: "Because." }) { __typename ... on ObjectionReceipt { code } } }`;

const post = (url: string, agent: Agent, body: string, from: string) =>
	new Promise<string>((done, fail) => {
		const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
		const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
			let text = '';
			response.on('data', (chunk) => {
				text += chunk;
			});
			response.on('end', () => done(text));
		});
		sent.on('error', fail);
		sent.end(body);
	});

/** How many objections a second a server acknowledges to clients that each wait for one before the next. */
const rateOf = async (program: string): Promise<number> => {
	const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-bench-'));
	const port = String(await freePort());
	const env = { PORT: port, HOST: '127.0.0.1', PUBLIC_URL: publicUrl, DATA_DIR: dataDir, TRUSTED_PROXIES: '1' };
	const server = await startProgram({ ...env, LOG_LEVEL: 'error' }, [program]);
	const agent = new Agent({ keepAlive: true, maxSockets: clients });
	const started = performance.now();
	const elapsed = () => performance.now() - started;
	let acknowledged = 0;
	const client = async (id: number) => {
		for (let turn = 0; elapsed() < warmUpMs + measuredMs; turn += 1) {
			const variables = { email: `person-${id}-${turn}@example.com`, key: randomUUID() };
			const body = JSON.stringify({ query, variables });
			const answer = await post(`http://127.0.0.1:${port}`, agent, body, `10.${id}.${turn >> 8}.${turn & 255}`);
			if (!answer.includes('"ObjectionReceipt"')) throw new Error(`not acknowledged: ${answer}`);
			if (elapsed() > warmUpMs) acknowledged += 1;
		}
	};
	try {
		await Promise.all(Array.from({ length: clients }, (_, id) => client(id)));
		return acknowledged / ((elapsed() - warmUpMs) / 1000);
	} finally {
		agent.destroy();
		await server.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
};

export const p6: Row = {
	id: 'P6',
	what: `objections acknowledged when they are durable, to ${clients} clients`,
	target: '0.5x the rate of the same mutation doing nothing',
	async measure(onLine) {
		onLine('the same mutation, doing nothing');
		const nothing = await rateOf('test/bench/idle-mutations.ts');
		onLine('objections');
		const durable = await rateOf('test/support/server-program.ts');
		return {
			figures: {
				rate: `${Math.round(durable)}/s, doing nothing ${Math.round(nothing)}/s: ${(durable / nothing).toFixed(2)}x`,
			},
			met: durable / nothing >= 0.5,
		};
	},
};
