import type { z } from 'zod';
import { blocksOf, sectionsOf } from '../notice/blocks.ts';
import { expandTree } from '../notice/expand.ts';
import { type Revision, revision, type Translation, translation } from '../notice/frontmatter.ts';
import { normalisedText, sha256 } from '../notice/hash.ts';
import { labelsOf } from '../notice/labels.ts';
import { localise, promisesOf } from '../notice/localise.ts';
import type { Edition, Locale } from '../notice/model.ts';
import type { Root } from '../notice/nodes.ts';
import { frontMatterOf, parseBody, parseYaml, type YamlSource } from '../notice/parse.ts';
import type { PrintContext } from '../notice/print.ts';
import type { EditionDraft, FileFlaw } from '../rules/rule.ts';
import { validate } from './read.ts';

/** Where an edition stands and what it belongs to. */
export interface EditionPlace {
	/** Absolute path. */
	path: string;
	/** Path within the content folder. */
	file: string;
	locale: Locale;
	notice: string;
	zone: string;
}

export type Read<T> = { draft: T; flaws: [] } | { draft: null; flaws: FileFlaw[] };

interface Parsed<Front> {
	source: string;
	yaml: YamlSource;
	front: Front;
	root: Root;
}

const failed = (flaws: FileFlaw[]): { draft: null; flaws: FileFlaw[] } => ({ draft: null, flaws });

const parse = <Schema extends z.ZodType>(
	schema: Schema,
	source: string,
	file: string,
): Read<Parsed<z.output<Schema>>> => {
	const frontMatter = frontMatterOf(source);
	if (frontMatter === null) {
		return failed([
			{ file, line: 1, message: 'Expected front matter between two lines of ---. Begin the file with it.' },
		]);
	}
	const yaml = parseYaml(frontMatter, 1);
	const { value, flaws } = validate(schema, file, yaml);
	const body = parseBody(source);
	if (value === null || 'flaw' in body) return failed([...flaws, ...('flaw' in body ? [{ ...body.flaw, file }] : [])]);
	return { draft: { source, yaml, front: value, root: body.root }, flaws: [] };
};

/**
 * The hash covers the front matter as its author wrote it and not as the schema completes it, so that a field which the
 * schema learns later does not change what was published.
 */
const hashOf = (blocks: Edition['blocks'], frontMatter: unknown) =>
	sha256({ frontMatter, text: normalisedText(blocks) });

const draft = (
	{ path, file, locale }: EditionPlace,
	parsed: Parsed<Revision | Translation>,
	context: PrintContext,
	stale: boolean,
	missingWords: string[],
): EditionDraft => {
	const { source, yaml, front, root } = parsed;
	const { nodes, flaws } = expandTree(root, context);
	const blocks = blocksOf(nodes);
	const hash = hashOf(blocks, yaml.data);
	const edition: Edition = {
		locale,
		file: path,
		title: front.title,
		summary: front.summary,
		changes: front.changes,
		objectionEffect: context.revision.objection?.effect ?? null,
		promises: promisesOf(context.revision),
		blocks,
		sections: sectionsOf(blocks),
		sha256: hash,
		stale,
	};
	return { file, source, root, lineOf: yaml.lineOf, front, edition, expansionFlaws: flaws, missingWords };
};

/** The controlling text of a version, from its source. */
export const readCanonical = (place: EditionPlace, source: string): Read<EditionDraft & { front: Revision }> => {
	const parsed = parse(revision, source, place.file);
	if (!parsed.draft) return parsed;
	const { front } = parsed.draft;
	const context = { notice: place.notice, zone: place.zone, revision: front, labels: labelsOf(place.locale) };
	return { draft: { ...draft(place, parsed.draft, context, false, []), front }, flaws: [] };
};

/** A translation of a version, from its source and the text that it translates. */
export const readTranslation = (
	place: EditionPlace,
	source: string,
	canonical: EditionDraft & { front: Revision },
): Read<EditionDraft> => {
	const parsed = parse(translation, source, place.file);
	if (!parsed.draft) return parsed;
	const { front } = parsed.draft;
	const said = localise(canonical.front, front.words);
	const context = { notice: place.notice, zone: place.zone, revision: said.revision, labels: labelsOf(place.locale) };
	const stale = front.translationOf !== canonical.edition.sha256;
	return { draft: draft(place, parsed.draft, context, stale, said.missing), flaws: [] };
};
