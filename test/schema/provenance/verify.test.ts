import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, sha256OfBytes } from '../../../schema/provenance/canonical.ts';
import { keysPath } from '../../../schema/provenance/keys.ts';
import {
	ledgerPath,
	noticeManifest,
	signaturePathOf,
	siteManifest,
	siteManifestPath,
} from '../../../schema/provenance/manifest.ts';
import { signBytes } from '../../../schema/provenance/signature.ts';
import { verifySite } from '../../../schema/provenance/verify.ts';
import { builtClient } from '../../site/built.ts';
import { keysFrom, memorySource, publishedFiles, testSeed } from '../../support/published.ts';

const keys = keysFrom(testSeed);
const files = await publishedFiles(await builtClient(), keys);
const paths = [...files.keys()];
const kid = keys.key.publicJwk.kid;

const manifestPath = '/california/manifest.json';
const pagePath = '/california/2026-09-01/';
const textPath = `${pagePath}text.json`;

const bytesOf = (path: string): Buffer => {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`nothing stands at ${path}`);
	return bytes;
};

const findingsWith = async (changes: Iterable<[string, Buffer | null]>, pinned: string | null = null) => {
	const changed = new Map(files);
	for (const [path, bytes] of changes) bytes ? changed.set(path, bytes) : changed.delete(path);
	return (await verifySite(memorySource(changed), pinned)).findings;
};

const flipped = (bytes: Buffer, position: number, bit: number): Buffer => {
	const copy = Buffer.from(bytes);
	copy.writeUInt8(copy.readUInt8(position) ^ (1 << bit), position);
	return copy;
};

/** What its publisher would have to sign, having changed one page of a notice. */
const signedAnew = (path: string, bytes: Buffer): [string, Buffer][] => {
	const notice = noticeManifest.parse(JSON.parse(bytesOf(manifestPath).toString('utf8')));
	for (const { page } of notice.versions.flatMap((version) => version.editions)) {
		if (page.path === path) page.sha256 = sha256OfBytes(bytes);
	}
	const site = siteManifest.parse(JSON.parse(bytesOf(siteManifestPath).toString('utf8')));
	const manifest = canonicalBytes(notice);
	for (const it of site.notices) if (it.path === manifestPath) it.sha256 = sha256OfBytes(manifest);
	const signed: [string, Buffer][] = [
		[manifestPath, manifest],
		[siteManifestPath, canonicalBytes(site)],
	];
	const signatures = signed.map(([at, it]): [string, Buffer] => [
		signaturePathOf(at),
		canonicalBytes(signBytes(it, keys.key)),
	]);
	return [[path, bytes], ...signed, ...signatures];
};

describe('verifySite', () => {
	it('finds nothing on a site as it was signed, and names its key', async () => {
		const report = await verifySite(memorySource(files), kid);
		expect(report).toEqual({ findings: [], files: expect.any(Number), kid });
		expect(report.files).toBeGreaterThan(100);
	});

	it.each([
		keysPath,
		ledgerPath,
		siteManifestPath,
		signaturePathOf(siteManifestPath),
		manifestPath,
		signaturePathOf(manifestPath),
		pagePath,
		textPath,
		'/california/feed.atom',
		'/california/timemap.link',
		'/',
	])('names %s where one bit of it was changed', async (path) => {
		const bytes = bytesOf(path);
		const findings = await findingsWith([[path, flipped(bytes, bytes.length >> 1, 0)]]);
		expect(findings.map(({ file }) => file.replace('.sig.json', '.json'))).toContain(
			path.replace('.sig.json', '.json'),
		);
	});

	it('finds any bit of any file that was changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.nat({ max: 7 }), async (path, at, bit) => {
				const bytes = bytesOf(path);
				const findings = await findingsWith([[path, flipped(bytes, at % bytes.length, bit)]]);
				expect(findings.length, path).toBeGreaterThan(0);
			}),
			{ numRuns: 60 },
		);
	});

	it('finds a file that is missing, and one that nobody signed', async () => {
		expect(await findingsWith([[pagePath, null]])).toEqual([{ file: pagePath, message: 'is missing' }]);
		expect(await findingsWith([['/california/offer.html', Buffer.from('new')]])).toEqual([
			{ file: '/california/offer.html', message: 'is in no manifest' },
		]);
	});

	it('finds an entry taken off the end of the ledger', async () => {
		const shorter = canonicalBytes(JSON.parse(bytesOf(ledgerPath).toString('utf8')).slice(0, -1));
		expect(await findingsWith([[ledgerPath, shorter]])).toEqual([
			{ file: ledgerPath, message: 'differs from what was signed' },
		]);
	});

	it('finds a page that says other words than the ledger has, whoever signed it', async () => {
		const [before, article = ''] = bytesOf(pagePath).toString('utf8').split('<article');
		const page = Buffer.from(`${before}<article${article.replace('30 days', '90 days')}`);
		expect(await findingsWith(signedAnew(pagePath, page), kid)).toEqual([
			{ file: pagePath, message: `does not show the words of ${textPath}` },
		]);
	});

	it('takes a page that was signed anew with the same words', async () => {
		const page = Buffer.from(bytesOf(pagePath).toString('utf8').replace('<body>', '<body class="winter">'));
		expect(await findingsWith(signedAnew(pagePath, page), kid)).toEqual([]);
	});

	it('believes no other key where one is pinned', async () => {
		const strange = await publishedFiles(await builtClient(), keysFrom(Buffer.alloc(32, 7).toString('base64url')));
		expect((await verifySite(memorySource(strange), null)).findings).toEqual([]);
		expect((await verifySite(memorySource(strange), kid)).findings).toContainEqual({
			file: keysPath,
			message: `does not name the key ${kid} that was asked for`,
		});
	});

	it('takes nothing for a site where there is none', async () => {
		const { findings } = await verifySite(memorySource(new Map()), null);
		expect(findings.map(({ message }) => message)).toEqual(['is missing', 'is missing', 'is missing']);
	});
});
