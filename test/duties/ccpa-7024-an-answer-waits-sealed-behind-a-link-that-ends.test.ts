// Keeps: commitments.accessItems
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newKey } from '../../api/service/keys.ts';
import { sendPackage } from '../../api/service/packages.ts';
import { ask } from '../support/graphql.ts';
import { startServer } from '../support/server.ts';
import { startSmtp } from '../support/smtp.ts';

const held = 'Ana bought a red bicycle';
const bytes = Buffer.from(zipSync({ 'index.html': strToU8(held) }, { level: 0 }));

const submit =
	'mutation { submitRightsRequest(input: { population: WEBSITE, rights: [KNOW_SPECIFIC], email: "ana@example.com", locale: "es" }) { __typename } }';
const confirm = 'mutation ($token: String!) { confirmRightsRequest(input: { token: $token }) { __typename } }';
const verify =
	'mutation ($id: ID!) { verifyRightsRequest(input: { id: $id, points: [EMAIL, NAME, CUSTOMER_NUMBER], declaration: true }) { __typename } }';

// 11 CCR § 7024: what is disclosed goes to the verified person only, and is transmitted securely.
it('is sealed at rest, goes to the confirmed address as a link that a button opens, and is gone 30 days later', async () => {
	const peer = await startSmtp();
	await using server = await startServer({ SMTP_URL: peer.url });
	const letter = async (holding: string) => {
		const found = () => peer.received.map(({ mail }) => mail.text ?? '').find((text) => text.includes(holding));
		await expect.poll(found, { timeout: 15_000 }).toBeDefined();
		return found() ?? '';
	};
	const tokenOf = (text: string, page: string) => new RegExp(`${page}/([\\w-]{43})/`).exec(text)?.[1] ?? '';
	await ask(server.url, submit);
	await ask(server.url, confirm, { token: tokenOf(await letter('/requests/confirm/'), 'confirm') });
	const request = await server.store.read((tx) => tx.selectFrom('request').selectAll().executeTakeFirstOrThrow());
	const moment = { store: server.store, now: server.now() };
	const { key } = await newKey(moment, { name: 'desk', scopes: ['requests:verify'], days: 90 });
	const id = Buffer.from(`RightsRequest:${request.id}`).toString('base64');
	await ask(server.url, verify, { id }, { authorization: `Bearer ${key}` });

	expect((await sendPackage(moment, { requestId: request.id, bytes })).ok).toBe(true);
	const token = tokenOf(await letter('/requests/answer/'), 'answer');
	expect(peer.received.at(-1)?.mail.subject).toBe('Sus datos están listos para descargar');
	expect(peer.received.map(({ raw }) => raw).join('')).not.toContain('bicycle');
	for (const file of readdirSync(server.dataDir).filter((name) => name.startsWith('noticekeeper.db')))
		expect(readFileSync(join(server.dataDir, file)).includes(held)).toBe(false);

	const page = `${server.url}/es/requests/answer/${token}/`;
	const opened = await fetch(page);
	expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store']);
	expect(await opened.text()).toContain('<button type="submit">');
	const downloads = () =>
		server.store.read((tx) => tx.selectFrom('package').select(['downloads', 'sealed']).executeTakeFirstOrThrow());
	expect((await downloads()).downloads).toBe(0);

	const file = await fetch(page, { method: 'POST', body: new URLSearchParams() });
	expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
		200,
		'application/zip',
		'no-store',
	]);
	expect(file.headers.get('content-disposition')).toBe('attachment; filename="your-data.zip"');
	const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
	expect(strFromU8(files['index.html'] ?? new Uint8Array())).toBe(held);
	expect((await downloads()).downloads).toBe(1);

	server.addSeconds(30 * 86_400);
	await server.jobs.tick();
	const late = await fetch(page, { method: 'POST', body: new URLSearchParams() });
	expect([late.status, await late.text()]).toEqual([
		422,
		expect.stringContaining('Un enlace funciona durante 30 días'),
	]);
	expect(await downloads()).toEqual({ downloads: 1, sealed: null });
	await peer.close();
});
