import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openTestApi } from '../graphql/api.ts';
import { root } from '../support/places.ts';
import { keysFrom, testSeed } from '../support/published.ts';

const ask = `mutation ($input: SubmitRightsRequestInput!) { submitRightsRequest(input: $input) {
	... on RightsReceipt { code requests { right dueOn } version { sha256 } } } }`;
const object = `mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) { ... on ObjectionReceipt { code } } }`;
const query = 'query ($code: String!) { signedReceipt(code: $code) }';

const person = { email: 'ana@example.com', name: 'Ana' };
const request = { rights: ['DELETE', 'OPT_OUT'], population: 'WEBSITE', ...person };

let script: string;
beforeAll(async () => {
	const guide = await readFile(join(root, 'content/docs/provenance.md'), 'utf8');
	script = /Save this as `verify-receipt.mjs`:\n\n```js\n([\s\S]+?)```/.exec(guide)?.[1] ?? '';
});

/** Runs the guide's script on nothing but the receipt and the public keys. */
const verify = async (receipt: string) => {
	const folder = await mkdtemp(join(tmpdir(), 'receipt-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const [program, file, keys] = ['verify.mjs', 'receipt.json', 'key.json'].map((name) => join(folder, name));
	await writeFile(program ?? '', script);
	await writeFile(file ?? '', receipt);
	await writeFile(keys ?? '', JSON.stringify(keysFrom(testSeed).published));
	return spawnSync(process.execPath, [program ?? '', file ?? '', keys ?? ''], { encoding: 'utf8', cwd: folder });
};

describe('a signed receipt', () => {
	it('says what was received when, under which text, and what is due when, and names nobody', async () => {
		await using api = await openTestApi();
		const { code, requests, version } = (await api.ask(ask, { input: request })).data.submitRightsRequest;
		const text: string = (await api.ask(query, { code })).data.signedReceipt;
		const receipt = JSON.parse(text);
		expect(receipt).toMatchObject({
			format: 'noticekeeper-receipt-1',
			kind: 'request',
			code: createHash('sha256').update(code).digest('hex'),
			receivedAt: api.now,
			notice: 'california',
			version: '2026-09-01',
		});
		expect(receipt.texts[0]).toEqual({ locale: 'en', sha256: version.sha256 });
		expect(receipt.rights.map(({ right, dueOn }: { right: string; dueOn: string }) => ({ right, dueOn }))).toEqual(
			requests,
		);
		expect(text).not.toMatch(/ana@example|"Ana"/);
		expect(text).not.toContain(code);
	});

	it('is checked by anybody with the guide’s script and the published key alone', async () => {
		await using api = await openTestApi();
		const { code } = (await api.ask(ask, { input: request })).data.submitRightsRequest;
		const text: string = (await api.ask(query, { code })).data.signedReceipt;
		const whole = await verify(text);
		expect(whole.stderr).toBe('');
		expect(whole.stdout).toContain(`received at ${api.now}`);
		const moved = await verify(text.replace(/"dueOn":"2026/, '"dueOn":"2027'));
		expect([moved.status, moved.stdout]).toEqual([1, 'This is not what was signed.\n']);
	});

	it('says the same a year later', async () => {
		await using api = await openTestApi();
		const { code } = (await api.ask(ask, { input: request })).data.submitRightsRequest;
		const before = (await api.ask(query, { code })).data.signedReceipt;
		api.addSeconds(365 * 86_400);
		expect((await api.ask(query, { code })).data.signedReceipt).toBe(before);
	});

	it('is had for an objection too, and for no code that there is not', async () => {
		await using api = await openTestApi();
		const input = { notice: 'california', version: '2027-03-01', ...person };
		const { code } = (await api.ask(object, { input })).data.submitObjection;
		const receipt = JSON.parse((await api.ask(query, { code })).data.signedReceipt);
		expect(receipt).toMatchObject({ kind: 'objection', version: '2027-03-01', rights: [] });
		expect((await api.ask(query, { code: '7K3M-9QXA-20FD-WB5T' })).data.signedReceipt).toBe(null);
		expect((await api.ask(query, { code: 'lost' })).data.signedReceipt).toBe(null);
	});
});
