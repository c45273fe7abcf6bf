import { mdxToMdast } from 'satteri';
import { type Document, isCollection, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Root } from './nodes.ts';

/** Something wrong with a text, before it is known which rule says so. */
export interface Flaw {
	line?: number;
	field?: string;
	message: string;
}

type Path = readonly PropertyKey[];

/** YAML as data, and the line of the file on which each of its fields stands. */
export interface YamlSource {
	data: unknown;
	flaws: Flaw[];
	/** The line, counted from 1, of the field at a path, or of the nearest field above it that is there. */
	lineOf: (path: Path) => number;
}

const fence = /^---[ \t]*\r?\n/;
const closing = /^---[ \t]*$/m;

/** The YAML between the two lines of `---` at the top of a text; null where they are not there. */
export const frontMatterOf = (source: string): string | null => {
	const open = fence.exec(source);
	if (!open) return null;
	const rest = source.slice(open[0].length);
	const close = closing.exec(rest);
	return close ? rest.slice(0, close.index) : null;
};

const offsetAt = (document: Document, path: Path): number => {
	let node: unknown = document.contents;
	let offset = 0;
	for (const key of path) {
		if (!isCollection(node)) break;
		const entry = node.items.find((it, index) =>
			isPair(it) ? isScalar(it.key) && String(it.key.value) === String(key) : index === key,
		);
		const at = isPair(entry) ? entry.key : entry;
		offset = (at as { range?: [number, number, number] } | undefined)?.range?.[0] ?? offset;
		node = isPair(entry) ? entry.value : entry;
	}
	return offset;
};

/** YAML as data; `above` is the number of lines of the file that stand before it. */
export const parseYaml = (source: string, above = 0): YamlSource => {
	const lines = new LineCounter();
	const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
	const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1) + above;
	const flaws = document.errors.map((error) => ({
		line: lineAt(error.pos[0]),
		message: `This is not valid YAML: ${error.message.split('\n')[0]}. Mend this line or the one above it.`,
	}));
	// An alias bomb makes toJS throw; it is an author's error like any other.
	let data: unknown;
	try {
		data = flaws.length ? undefined : document.toJS();
	} catch (error) {
		flaws.push({ line: 1 + above, message: `${(error as Error).message}. Write the values out without aliases.` });
	}
	return { data, flaws, lineOf: (path) => lineAt(offsetAt(document, path)) };
};

/** How MDX is read; the site's processor must be given the same. */
export const features = { gfm: true, headingAttributes: true, smartPunctuation: false, frontmatter: true } as const;

const mdxError = /^(\d+):(\d+): (.*?)(?: \(mdx[\w:-]*\))?$/s;

/** The tree of an MDX text, or why it cannot be read. */
export const parseBody = (source: string): { root: Root } | { flaw: Flaw } => {
	try {
		const tree = mdxToMdast(source, { features });
		if (tree.type !== 'root') throw new TypeError(`expected a root, found ${tree.type}`);
		return { root: tree };
	} catch (error) {
		const [, line, , why] = mdxError.exec((error as Error).message) ?? [];
		if (!line) throw error;
		return {
			flaw: { line: Number(line), message: `${why}. Mend the Markdown here; a literal { or < is written \\{ or \\<.` },
		};
	}
};
