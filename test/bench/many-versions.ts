import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textOf } from '../../schema/notice/text.ts';
import { appendToLedger } from '../../schema/source/ledger.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addDays, instant, type PlainDate } from '../../schema/time.ts';
import { projectContent } from '../support/places.ts';

const first = '2000-01-01' as PlainDate;

/** The project's own Californian notice as its n-th version: one paragraph says which it is. */
const versionText = (source: string, n: number): string => {
	const on = addDays(first, n);
	const before = n === 0 ? 'null' : addDays(first, n - 1);
	const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
	const promises = front.slice(front.indexOf('controller:'));
	const head = [
		`version: ${on}`,
		'title: California privacy notice',
		`announcedAt: ${on}T00:00:00Z`,
		`effectiveAt: ${on}T12:00:00Z`,
		`predecessor: ${before}`,
		'class: substantive',
		`summary: Says that this is the revision number ${n} of this text.`,
		...(n === 0 ? [] : ['changes:', '  - section: contact', '    summary: The number of the revision.']),
	];
	const text = body.replace(/^## This change[\s\S]*?(?=^## )/m, '');
	return `---\n${head.join('\n')}\n${promises}\n---\n${text}\nThis is revision ${n} of the text.\n`;
};

/** A content folder whose Californian notice has so many versions, all of them in force one after another, one a day. */
export const writeManyVersions = async (folder: string, count: number): Promise<void> => {
	await rm(folder, { recursive: true, force: true });
	await cp(projectContent, folder, { recursive: true });
	const notice = join(folder, 'notices/california');
	const source = await readFile(join(notice, '2023-01-01.mdx'), 'utf8');
	await rm(notice, { recursive: true });
	await mkdir(notice);
	await writeFile(join(notice, 'notice.yaml'), 'title:\n  en: California privacy notice\nzone: UTC\nlocales: [en]\n');
	for (let n = 0; n < count; n += 1) await writeFile(join(notice, `${addDays(first, n)}.mdx`), versionText(source, n));
	await rm(join(folder, 'ledger.json'));
	const { library, findings } = await readLibrary(folder);
	const errors = findings.filter((it) => it.level === 'error' && it.kind === 'form' && it.rule !== 'T1');
	if (errors.length > 0)
		throw new Error(
			errors
				.slice(0, 5)
				.map((it) => `${it.file} ${it.rule} ${it.message}`)
				.join('\n'),
		);
	const ledger = appendToLedger(library, instant('2026-11-24T00:00:00Z'), { imported: true });
	await writeFile(join(folder, 'ledger.json'), JSON.stringify(ledger));
};

/** The same texts as pages of a bare Astro project: its components printed already, nothing but Astro and MDX. */
export const writeBareAstro = async (folder: string, content: string): Promise<void> => {
	await rm(folder, { recursive: true, force: true });
	await mkdir(join(folder, 'src/pages'), { recursive: true });
	const { library } = await readLibrary(content);
	const notice = library.notices.find(({ slug }) => slug === 'california');
	for (const version of notice?.versions ?? []) {
		const edition = version.editions.en;
		if (!edition) continue;
		const text = textOf(edition, 'MARKDOWN')
			.replace(/ \{#[\w-]+\}$/gm, '')
			.replace(/[{}<]/g, ' ');
		await writeFile(join(folder, 'src/pages', `${version.id}.mdx`), `# ${edition.title}\n\n${text}\n`);
	}
	await writeFile(
		join(folder, 'astro.config.mjs'),
		"import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [mdx()] });\n",
	);
	await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
};
