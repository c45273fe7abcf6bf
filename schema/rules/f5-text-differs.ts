import { sha256 } from '../notice/hash.ts';
import type { NoticeDraft, Rule, VersionDraft } from './rule.ts';
import { undatedText } from './undated-text.ts';

const told = ({ version, canonical }: VersionDraft, same: string): ReturnType<Rule['check']> => {
	const { predecessor, restores } = version.revision;
	if (same === restores) return [];
	const at = { file: canonical.file, line: canonical.lineOf(['version']) };
	if (same === predecessor) {
		const message = `Says the same words as ${same}, which it follows. Change the text, or do not publish it as a version.`;
		return [{ ...at, level: 'warning', message }];
	}
	const message = `Says the same words as the earlier ${same}. If that is meant, add restores: ${same}; else change the text.`;
	return [{ ...at, field: 'restores', message }];
};

const checkNotice = (notice: NoticeDraft): ReturnType<Rule['check']> => {
	const lastWith = new Map<string, string>();
	return notice.versions.flatMap((draft) => {
		// By its hash: a long string is slow as a key, since only its length tells it from others of its kind.
		const text = sha256(undatedText(draft, notice));
		const same = lastWith.get(text);
		lastWith.set(text, draft.version.id);
		return same ? told(draft, same) : [];
	});
};

/** A version says something that the one before it does not, and nothing that an earlier one said, unless it restores that. */
export const f5TextDiffers: Rule = {
	id: 'F5',
	level: 'error',
	citation: 'A date without a change misleads; so does an old text under a new date.',
	check: ({ notices }) => notices.flatMap(checkNotice),
};
