import type { Edition } from '../../schema/notice/model.ts';
import { redline } from '../../schema/notice/redline.ts';
import { type Extract, extractOf } from '../../schema/notice/redline-extract.ts';
import { predecessorOf } from '../../schema/notice/timeline.ts';
import type { Place } from './places.ts';

const words = {
	en: { added: 'added', removed: 'removed' },
	es: { added: 'añadido', removed: 'eliminado' },
} as const;

const linesInALetter = 6;

const compute = ({ notice, version, edition }: Place): Extract => {
	const before = predecessorOf(notice, version)?.editions[edition.locale];
	if (!before) return { lines: [], more: 0 };
	const [from, to] = [version.revision.predecessor ?? '', version.id];
	const found = redline({ notice: notice.slug, id: from, ...before }, { notice: notice.slug, id: to, ...edition });
	return extractOf(found, edition.locale === 'es' ? words.es : words.en, linesInALetter);
};

/** A letter goes to many: what it quotes is worked out once for as long as the content stands. */
const known = new WeakMap<Edition, Extract>();

/** The first words that a version changes, as a letter quotes them. */
export const extractFor = (place: Place): Extract => {
	const extract = known.get(place.edition) ?? compute(place);
	known.set(place.edition, extract);
	return extract;
};
