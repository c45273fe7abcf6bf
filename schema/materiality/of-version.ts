import type { Notice, Version } from '../notice/model.ts';
import type { RedlineSide } from '../notice/redline.ts';
import type { Verdict } from './model.ts';
import { verdict } from './verdict.ts';

const sideOf = (notice: Notice, version: Version): RedlineSide | null => {
	const edition = version.editions[notice.locales[0] ?? ''];
	return edition ? { notice: notice.slug, id: version.id, blocks: edition.blocks, promises: edition.promises } : null;
};

/** A version never changes while its content stands, and its verdict is asked for by many pages and answers. */
const known = new WeakMap<Version, Verdict | null>();

const judge = (notice: Notice, version: Version): Verdict | null => {
	const before = notice.versions.find((it) => it.id === version.revision.predecessor);
	const [from, to] = [before && sideOf(notice, before), sideOf(notice, version)];
	return from && to ? verdict(from, to) : null;
};

/** What a version amounts to beside the one that it revises, in the controlling text; null for a first version. */
export const verdictOf = (notice: Notice, version: Version): Verdict | null => {
	const found = known.has(version) ? known.get(version) : judge(notice, version);
	known.set(version, found ?? null);
	return found ?? null;
};
