import { isWithdrawn } from '../notice/lead.ts';
import type { FileFlaw, NoticeDraft, Rule, VersionDraft } from './rule.ts';

const flaw = ({ canonical }: VersionDraft, field: string, message: string): FileFlaw => ({
	file: canonical.file,
	line: canonical.lineOf([field]),
	field,
	message,
});

const checkVersion = (draft: VersionDraft, before: VersionDraft | undefined): FileFlaw[] => {
	const { predecessor, effectiveAt } = draft.version.revision;
	const expected = before?.version.id ?? null;
	if (before && before.version.revision.effectiveAt >= effectiveAt) {
		return [
			flaw(draft, 'effectiveAt', `Takes effect no later than ${expected}, which it follows. Let it begin after that.`),
		];
	}
	if (predecessor === expected) return [];
	const why = expected
		? `Expected ${expected}, the version that is in force before this one`
		: 'Expected null, since no version comes before this one';
	return [flaw(draft, 'predecessor', `${why}; found ${predecessor}. Revise that text, and name it here.`)];
};

const checkNotice = ({ versions, files }: NoticeDraft): FileFlaw[] =>
	versions.flatMap((draft, index) => {
		// What was withdrawn is nobody's predecessor, except of what was written before the withdrawal and withdrawn too.
		if (isWithdrawn(draft.version)) return [];
		const named = draft.version.revision.predecessor;
		// A predecessor that could not be read is a finding of its own, and this one may well be right.
		if (files.includes(`${named}.mdx`) && !versions.some((it) => it.version.id === named)) return [];
		return checkVersion(
			draft,
			versions.slice(0, index).findLast((it) => !isWithdrawn(it.version)),
		);
	});

/** Every version follows exactly one, the one in force before it; there are no forks and no gaps. */
export const f3PredecessorChain: Rule = {
	id: 'F3',
	level: 'error',
	citation: 'At any instant exactly one text governs.',
	check: ({ notices }) => notices.flatMap(checkNotice),
};
