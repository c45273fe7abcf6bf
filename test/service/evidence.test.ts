import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EvidenceAsked, takeEvidence } from '../../api/service/evidence.ts';
import { readStream } from '../../api/store/events.ts';
import { signEvidence, verifyEvidence } from '../../schema/provenance/evidence.ts';
import { parseReceiptCode } from '../../schema/receipt.ts';
import { openTestApi, type TestApi } from '../graphql/api.ts';
import { publicUrl } from '../support/places.ts';
import { keysFrom, testSeed } from '../support/published.ts';

const submit = `mutation ($input: SubmitObjectionInput!) { submitObjection(input: $input) {
	... on ObjectionReceipt { code } } }`;
const announced = { notice: 'california', version: '2027-03-01', code: null } as const;
const { key } = keysFrom(testSeed);

const object = async (api: TestApi) => {
	const input = {
		notice: 'california',
		version: announced.version,
		email: 'ana@example.com',
		name: 'Ana',
		reason: 'No.',
	};
	const { data } = await api.ask(submit, { input });
	await api.deliver();
	return parseReceiptCode(data.submitObjection.code);
};

const take = (api: TestApi, asked: EvidenceAsked) =>
	takeEvidence({ store: api.store, library: api.library, now: api.now, site: publicUrl }, asked);

/** A signed file about a person's objection. */
const evidenceFile = async (): Promise<string> => {
	await using api = await openTestApi();
	const taken = await take(api, { ...announced, code: await object(api) });
	if (!taken.ok) throw new Error(taken.why);
	return signEvidence(taken.value, key);
};

describe('takeEvidence', () => {
	it('tells what the version said, who was told, and one person’s dealings by kind and time', async () => {
		await using api = await openTestApi();
		await api.tellSubscribers();
		const taken = await take(api, { ...announced, code: await object(api) });
		if (!taken.ok) throw new Error(taken.why);
		expect(taken.value).toMatchObject({
			notice: 'california',
			events: [{ type: 'versionAnnounced', at: '2026-11-16T17:00:00.000Z' }],
			dealings: {
				kind: 'objection',
				streams: [{ status: 'AWAITING_CONFIRMATION', events: [{ type: 'objectionSubmitted', at: api.now }] }],
				letters: [{ kind: 'objection-confirm', sentAt: api.now, failedAt: null }],
			},
		});
		expect(taken.value.editions.map(({ locale }) => locale)).toEqual(['en', 'es']);
	});

	it('holds nothing personal', async () => {
		const text = await evidenceFile();
		expect(text).not.toMatch(/ana@example|"Ana"/);
		expect(text).not.toContain('"No."');
	});

	it('records that it was taken', async () => {
		await using api = await openTestApi();
		const code = await object(api);
		await take(api, announced);
		await take(api, { ...announced, code });
		const stream = { kind: 'access', id: 'california/2027-03-01' } as const;
		const events = await api.store.read((tx) => readStream(tx, stream));
		expect(events).toEqual([
			{ type: 'evidenceTaken', at: api.now, receiptId: null },
			{ type: 'evidenceTaken', at: api.now, receiptId: expect.any(String) },
		]);
	});

	it('is refused for a version that nobody may know of, an unknown code, and a receipt of another version', async () => {
		await using api = await openTestApi();
		const code = await object(api);
		const unknown = parseReceiptCode('0000-0000-0000-0000');
		expect(await take(api, { ...announced, version: '2028-01-01' })).toMatchObject({ ok: false });
		expect(await take(api, { ...announced, code: unknown })).toMatchObject({ ok: false });
		expect(await take(api, { ...announced, version: '2026-09-01', code })).toEqual({
			ok: false,
			why: 'That receipt was given under california 2027-03-01. Name that version.',
		});
	});
});

describe('verifyEvidence', async () => {
	const text = await evidenceFile();

	it('finds nothing in a file as it was signed', () => {
		expect(verifyEvidence(text, key.publicJwk.kid)).toEqual({ findings: [], kid: key.publicJwk.kid });
	});

	it('finds any character that was changed, taken out or put in', () => {
		const change = fc.constantFrom('change', 'remove', 'insert');
		fc.assert(
			fc.property(fc.nat({ max: text.length - 1 }), change, fc.constantFrom(...'0aZ" \n'), (at, how, sign) => {
				const rest = text.slice(how === 'insert' ? at : at + 1);
				const changed = text.slice(0, at) + (how === 'remove' ? '' : sign) + rest;
				fc.pre(changed !== text);
				expect(verifyEvidence(changed, null).findings.length).toBeGreaterThan(0);
			}),
		);
	});

	it('finds a text of which the ledger has another hash, whoever signed it', () => {
		const { format: _, key: __, signature: ___, ...said } = JSON.parse(text);
		said.editions[0].hashed.text = `${said.editions[0].hashed.text} `;
		expect(verifyEvidence(signEvidence(said, key), null).findings).toEqual([
			'editions: the text in en is not the one that was hashed',
		]);
	});

	it('believes no other key where one is pinned, and takes nothing for evidence that is none', () => {
		expect(verifyEvidence(text, 'another').findings).toEqual(['key: is not another']);
		expect(verifyEvidence('# Notice', null).findings).toEqual(['the file: is no evidence file, which is JSON']);
		expect(verifyEvidence('{}', null).findings.length).toBe(1);
	});
});
