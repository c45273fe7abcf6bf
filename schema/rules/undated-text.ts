import { normalisedText } from '../notice/hash.ts';
import { labelsOf } from '../notice/labels.ts';
import type { Block } from '../notice/model.ts';
import { dateInWords } from '../notice/print-inline.ts';
import { dateIn } from '../time.ts';
import type { NoticeDraft, VersionDraft } from './rule.ts';

/** Text of a version without its own effective date, which changes in every version and is no change of the text. */
export const undatedText = (
	{ version, canonical }: VersionDraft,
	{ notice }: NoticeDraft,
	blocks: readonly Block[] = canonical.edition.blocks,
): string => {
	const date = dateInWords(dateIn(version.revision.effectiveAt, notice.zone), labelsOf(canonical.edition.locale));
	return normalisedText(blocks).replaceAll(date, '');
};
