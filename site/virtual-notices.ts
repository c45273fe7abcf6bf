import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { knownFolder, writeKnown } from './known-files.ts';
import type { Known } from './known-library.ts';

const guideDir = fileURLToPath(new URL('../content/docs/', import.meta.url));

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

/** A build is moved when it is done, so its programs find the folder from where they stand themselves. */
const folderCode = `new URL('${knownFolder}/', import.meta.url.slice(0, import.meta.url.lastIndexOf('/server/') + 1))`;

const moduleText = (known: Known): Record<string, () => string | Promise<string>> => ({
	'virtual:notices': () =>
		[
			"import { readFileSync } from 'node:fs';",
			...(['builtAt', 'publicUrl', 'apiUrl', 'demo'] as const).map(
				(name) => `export const ${name} = ${JSON.stringify(known[name])};`,
			),
			`export const folder = ${folderCode};`,
			"const library = JSON.parse(readFileSync(new URL('library.json', folder), 'utf8'));",
			'export const { organisation, people, ledger, notices, sharedChanges } = library;',
		].join('\n'),
	'virtual:guide': async () => table('guide', await guidePages()),
});

const virtual = /^\0?virtual:(notices|guide)$/;

/** The modules through which pages read the library. */
const vitePlugin = (known: Known): Plugin => {
	const texts = moduleText(known);
	return {
		name: 'noticekeeper:notices',
		enforce: 'pre',
		resolveId(source) {
			if (!virtual.test(source)) return null;
			return source.startsWith('\0') ? source : `\0${source}`;
		},
		async load(id) {
			return (await texts[id.replace('\0', '')]?.()) ?? null;
		},
	};
};

/** Makes the notices known at an instant, and the guide, available to pages. */
export const notices = (known: Known): AstroIntegration => {
	let outDir: URL | null = null;
	return {
		name: 'noticekeeper:notices',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({ vite: { plugins: [vitePlugin(known)] } });
			},
			'astro:config:done': ({ config }) => {
				outDir = config.outDir;
			},
			// Astro has emptied its folder by now, and has rendered nothing yet.
			'astro:build:setup': async ({ target }) => {
				if (target === 'server' && outDir) await writeKnown(known, new URL(`${knownFolder}/`, outDir));
			},
		},
	};
};
