import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { projectRoot } from '../../api/config.ts';
import { refusals } from '../../schema/refusals.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { systemsFile } from '../../schema/system/system.ts';

const guide = join(projectRoot, 'content/docs');
const page = (name: string) => readFile(join(guide, name), 'utf8');

/** Fenced blocks of a language, each with the line of text before it. */
const blocks = (markdown: string, language: string) =>
	[...markdown.matchAll(new RegExp(`(?:^(.*)\\n\\n)?^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
		([, before = '', code = '']) => ({ before, code }),
	);

const pages = (await readdir(guide, { recursive: true })).filter((it) => it.endsWith('.md'));
const sdl = await readFile(join(projectRoot, 'schema/generated/schema.graphql'), 'utf8');

test('every query of the guide is one that the published schema allows', async () => {
	const schema = buildSchema(sdl);
	for (const { code } of blocks(await page('api.md'), 'graphql')) {
		expect(
			validate(schema, parse(code)).map((it) => it.message),
			code,
		).toEqual([]);
	}
});

test('the guide asks every query and every mutation of the schema', async () => {
	const schema = buildSchema(sdl);
	const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((it) =>
		Object.keys(it?.getFields() ?? {}),
	);
	const text = blocks(await page('api.md'), 'graphql').map((it) => it.code);
	expect(operations.filter((name) => !text.some((code) => new RegExp(`\\b${name}\\b`).test(code)))).toEqual([]);
});

test('the guide explains every refusal code', async () => {
	const text = await page('api.md');
	expect(Object.keys(refusals).filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});

test('the systems that the guide declares are declared rightly', async () => {
	const [example] = blocks(await page('systems.md'), 'yaml');
	expect(systemsFile.safeParse(parseYaml(example?.code ?? '')).error?.issues).toBeUndefined();
});

test('the notice that the guide marks up breaks no rule', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'noticekeeper-guide-'));
	const text = await page('bring-your-own-notice.md');
	for (const { before, code } of [...blocks(text, 'yaml'), ...blocks(text, 'mdx')]) {
		const file = join(folder, before.replaceAll('`', ''));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, code);
	}
	const { library, findings } = await readLibrary(folder);
	await rm(folder, { recursive: true });
	expect(findings).toEqual([]);
	expect(library.notices.map((it) => [it.slug, it.versions.length])).toEqual([['privacy', 1]]);
});

test('the workflow of the guide for GitHub is YAML that runs the check with annotations', async () => {
	const [{ code = '' } = {}] = blocks(await page('editors-on-github.md'), 'yaml');
	const workflow = parseYaml(code);
	const steps: { run?: string }[] = workflow.jobs.check.steps;
	expect(Object.keys(workflow.on)).toEqual(['pull_request', 'schedule']);
	expect(steps.at(-1)?.run).toContain('run notice -- check --format github --content');
});

test('every link within the guide leads to a page of it', async () => {
	const known = new Set(pages.map((it) => `/docs/${it.replace(/(^|\/)index\.md$/, '$1').replace(/\.md$/, '/')}`));
	known.add('/docs/promises/'); // Made of the notices and of the names of tests.
	for (const name of pages) {
		const targets = [...(await page(name)).matchAll(/\]\((\/docs\/[^)#]*)/g)].map(([, target]) => target ?? '');
		expect(
			targets.filter((it) => !known.has(it)),
			name,
		).toEqual([]);
	}
});

test('every package has its reason in the decision record', async () => {
	const record = await page('decisions/0006-dependencies.md');
	const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
		await readFile(join(projectRoot, 'package.json'), 'utf8'),
	);
	const packages = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
	const explained = [...record.matchAll(/^\| `([^`]+)`\s+\|/gm)].map(([, name]) => name);
	expect(explained.sort()).toEqual(packages.sort());
});

test('every decision record says what, why and with which consequences', async () => {
	for (const name of pages.filter((it) => it.startsWith('decisions'))) {
		const headings = [...(await page(name)).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
		expect(headings, name).toEqual(['What', 'Why', 'Consequences']);
	}
});
