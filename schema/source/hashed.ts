import { readFile } from 'node:fs/promises';
import { normalisedText } from '../notice/hash.ts';
import type { Edition } from '../notice/model.ts';
import { frontMatterOf, parseYaml } from '../notice/parse.ts';
import { canonicalBytes, sha256OfBytes } from '../provenance/canonical.ts';

/**
 * The very bytes whose SHA-256 is an edition's, and the SHA-256 of its source file; throws where the file is no longer the
 * one that the edition was read from.
 */
export const readHashed = async ({ file, blocks, sha256 }: Edition): Promise<{ hashed: Buffer; source: string }> => {
	const bytes = await readFile(file);
	const frontMatter = frontMatterOf(bytes.toString('utf8').replace(/^\uFEFF/, ''));
	const hashed = canonicalBytes({ frontMatter: parseYaml(frontMatter ?? '').data, text: normalisedText(blocks) });
	if (sha256OfBytes(hashed) !== sha256) throw new Error(`${file} was changed while the site was built. Build again.`);
	return { hashed, source: sha256OfBytes(bytes) };
};
