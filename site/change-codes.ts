import type { FiredCode } from '../schema/materiality/model.ts';
import { verdict } from '../schema/materiality/verdict.ts';
import type { Notice, Redline, Version } from '../schema/notice/model.ts';
import type { RedlineSide } from '../schema/notice/redline.ts';
import { textOf } from './texts.ts';

const sideOf = async (notice: Notice, version: Version): Promise<RedlineSide> => {
	const { blocks, promises } = await textOf(version, notice.locales[0] ?? '');
	return { notice: notice.slug, id: version.id, blocks, promises };
};

const compute = async (notice: Notice, from: Version, to: Version, found?: Redline): Promise<FiredCode[]> =>
	verdict(await sideOf(notice, from), await sideOf(notice, to), found).codes;

/** History and comparison, in each language, ask for the same pairs. */
const known = new WeakMap<Version, Map<string, Promise<FiredCode[]>>>();

/** The kinds of material change between two versions, in the controlling text; `found` is its redline where one is at hand. */
export const codesBetween = (
	notice: Notice,
	from: Version,
	to: Version,
	found?: Redline | undefined,
): Promise<FiredCode[]> => {
	const pairs = known.get(to) ?? new Map<string, Promise<FiredCode[]>>();
	known.set(to, pairs);
	const codes = pairs.get(from.id) ?? compute(notice, from, to, found);
	pairs.set(from.id, codes);
	return codes;
};
