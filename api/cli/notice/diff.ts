import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verdict } from '../../../schema/materiality/verdict.ts';
import { versionId } from '../../../schema/notice/frontmatter.ts';
import type { Library } from '../../../schema/notice/model.ts';
import { plainText, type RedlineSide, redline } from '../../../schema/notice/redline.ts';
import { readLibrary } from '../../../schema/source/library.ts';
import { plainDocument } from '../../../schema/source/plain-document.ts';
import { type Command, contentDirOf, contentHelp, contentOptions, printJson, UsageError } from './command.ts';
import { diffInWords } from './diff-words.ts';

const options = { ...contentOptions, locale: { type: 'string' } } as const;

const help = `  <a> <b>             Two versions, such as california@2025-01-01, or two files: MDX, Markdown, HTML or text.
  --locale <language> Compare the versions' texts in a language (else the controlling one).
${contentHelp}`;

const named = /^(?<notice>[a-z0-9-]+)@(?<version>.+)$/;

const versionSide = (library: Library, slug: string, id: string, locale: string | undefined): RedlineSide => {
	const notice = library.notices.find((it) => it.slug === slug);
	if (!notice) {
		throw new UsageError(
			`There is no notice '${slug}'. Name one of ${library.notices.map((it) => it.slug).join(', ')}.`,
		);
	}
	const version = notice.versions.find((it) => it.id === id);
	const known = notice.versions.map((it) => it.id).join(', ');
	if (!version) throw new UsageError(`${slug} has no version '${id}'. Name one of ${known}.`);
	const edition = version.editions[locale ?? notice.locales[0] ?? ''];
	const languages = Object.keys(version.editions).join(', ');
	if (!edition) throw new UsageError(`${slug}@${id} is not there in '${locale}'. Name one of ${languages}.`);
	return { notice: slug, id: `${slug}@${id}`, blocks: edition.blocks, promises: edition.promises };
};

const fileSide = async (path: string): Promise<RedlineSide> => {
	try {
		return { notice: '', id: path, ...plainDocument(path, (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) };
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'ENOENT' && code !== 'EISDIR') throw error;
		const fault = code === 'ENOENT' ? 'There is no file' : 'This is a folder, not a file:';
		throw new UsageError(`${fault} '${path}'. Name a file, or a version such as california@2025-01-01.`);
	}
};

const isVersion = (name: string): boolean => versionId.safeParse(named.exec(name)?.groups?.version).success;

const readSides = async (names: readonly [string, string], contentDir: () => string, locale: string | undefined) => {
	const library = names.some(isVersion) ? (await readLibrary(contentDir())).library : null;
	const side = async (name: string): Promise<RedlineSide> => {
		const { notice = '', version = '' } = named.exec(name)?.groups ?? {};
		return library && isVersion(name) ? versionSide(library, notice, version, locale) : fileSide(name);
	};
	// One after the other, so that of two names that are wrong it is the first that is told.
	return [await side(names[0]), await side(names[1])] as const;
};

export const diff: Command = {
	summary: 'Compare two versions or files: the words, the promises, and what the change amounts to.',
	help,
	run: async (args) => {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [a, b, ...more] = positionals;
		if (!a || !b || more.length > 0) throw new UsageError('Name two versions or files to compare.');
		const [from, to] = await readSides([a, b], () => contentDirOf(values), values.locale);
		const found = redline(from, to);
		const judged = verdict(from, to, found);
		const texts = { from: plainText(from.blocks), to: plainText(to.blocks) };
		if (!values.json) console.log(diffInWords(found, judged));
		else printJson({ ...judged, redline: found.spans, data: found.data.map(({ line }) => line), texts });
		return 0;
	},
};
