import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library, Notice } from '../../schema/notice/model.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { contentCopy, edit } from './content.ts';

/**
 * Two notices: `lantern` since 2024-01-01, which from 2024-03-04 on takes over sections of `policy`; and `policy`, whose
 * section `records` a material version changes: announced on 2024-12-15, in force from 2025-02-01.
 */
export const incorporatingContent = async (taken = 'policy#records'): Promise<string> => {
	const folder = await contentCopy();
	const [lantern, policy] = [join(folder, 'notices/lantern'), join(folder, 'notices/policy')];
	await cp(lantern, policy, { recursive: true });
	await edit(policy, 'notice.yaml', 'Reader notice', 'Library policy');
	for (const name of ['2025-02-01.mdx', '2025-02-01.es.mdx']) await rm(join(lantern, name));
	await edit(lantern, '2024-03-04.mdx', 'controller:', `incorporates: ['${taken}']\ncontroller:`);
	await writeFile(join(folder, 'ledger.json'), '[]');
	return folder;
};

/** That content as if every version had been published on its date. */
export const incorporatingLibrary = async (taken?: string): Promise<Library> =>
	(await readLibrary(await incorporatingContent(taken), { assumePublished: true })).library;

/** A notice of a library, which must be there. */
export const noticeNamed = ({ notices }: Library, slug: string): Notice => {
	const notice = notices.find((it) => it.slug === slug);
	if (!notice) throw new Error(`no notice ${slug}`);
	return notice;
};
