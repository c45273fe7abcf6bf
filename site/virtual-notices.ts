import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { incorporatedChanges } from '../schema/notice/incorporated.ts';
import type { Notice } from '../schema/notice/model.ts';
import type { Known } from './known-library.ts';

const guideDir = fileURLToPath(new URL('../content/docs/', import.meta.url));

/** Texts are loaded one by one, so that a thousand versions do not stand in memory together. */
const withoutText = (notice: Notice): Notice => ({
	...notice,
	versions: notice.versions.map((version) => ({
		...version,
		editions: Object.fromEntries(
			Object.entries(version.editions).map(([locale, it]) => [locale, { ...it, file: '', blocks: [], sections: [] }]),
		),
	})),
});

/** The material changes that stand now and are changes of another notice too, since that one takes over what they change. */
const sharedChanges = ({ library, builtAt }: Known) =>
	library.notices.flatMap((taker) =>
		incorporatedChanges(library, taker, builtAt).map(({ version }) => ({
			taker: taker.slug,
			notice: version.notice,
			version: version.id,
		})),
	);

const json = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;

const table = (name: string, entries: [string, string][]) =>
	`export const ${name} = {\n${entries.map(([key, path]) => `${JSON.stringify(key)}: () => import(${JSON.stringify(path)}),`).join('\n')}\n};`;

const guidePages = async (): Promise<[string, string][]> => {
	const files = await readdir(guideDir, { recursive: true }).catch(() => []);
	return files
		.filter((file) => file.endsWith('.md'))
		.sort()
		.map((file) => [
			file
				.replaceAll('\\', '/')
				.replace(/(^|\/)(index|README)?\.md$/, '$1')
				.replace(/\.md$/, '/'),
			join(guideDir, file),
		]);
};

type Plugin = Extract<NonNullable<NonNullable<ViteUserConfig['plugins']>[number]>, { name: string }>;

const moduleText = (known: Known): Record<string, () => string | Promise<string>> => ({
	'virtual:notices': () =>
		[
			...(['builtAt', 'publicUrl', 'apiUrl', 'demo'] as const).map(
				(name) => `export const ${name} = ${JSON.stringify(known[name])};`,
			),
			`export const organisation = ${json(known.library.organisation)};`,
			`export const people = ${json(known.library.people)};`,
			`export const ledger = ${json(known.library.ledger)};`,
			`export const sharedChanges = ${json(sharedChanges(known))};`,
			`export const notices = ${json(known.library.notices.map(withoutText))};`,
			table(
				'texts',
				[...known.editions.keys()].map((key) => [key, `virtual:notice-text/${key}`]),
			),
		].join('\n'),
	'virtual:notice-bodies': () =>
		table(
			'bodies',
			[...known.editions].map(([key, edition]) => [key, edition.file]),
		),
	'virtual:guide': async () => table('guide', await guidePages()),
});

const virtual = /^\0?virtual:(notices|notice-bodies|notice-text\/.*|guide)$/;
const here = fileURLToPath(import.meta.url);

/** The modules through which pages read the library. */
const vitePlugin = (known: Known): Plugin => {
	const texts = moduleText(known);
	return {
		name: 'noticekeeper:notices',
		enforce: 'pre',
		resolveId(source, importer) {
			if (virtual.test(source)) return source.startsWith('\0') ? source : `\0${source}`;
			// A content folder may lie where no node_modules is in sight.
			if (source.startsWith('astro/') && importer?.endsWith('.mdx'))
				return this.resolve(source, here, { skipSelf: true });
			return null;
		},
		async load(id) {
			if (!virtual.test(id)) return null;
			const name = id.replace('\0', '');
			const edition = known.editions.get(name.replace('virtual:notice-text/', ''));
			if (edition) return `export default ${json({ ...edition, file: '' })};`;
			return (await texts[name]?.()) ?? null;
		},
	};
};

/** Makes the notices known at an instant, and the guide, available to pages. */
export const notices = (known: Known): AstroIntegration => ({
	name: 'noticekeeper:notices',
	hooks: {
		'astro:config:setup': ({ updateConfig }) => {
			updateConfig({ vite: { plugins: [vitePlugin(known)] } });
		},
	},
});
