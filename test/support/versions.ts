import { type Revision, revision } from '../../schema/notice/frontmatter.ts';
import { withLead } from '../../schema/notice/lead.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { type Instant, instant } from '../../schema/time.ts';

type Own = Partial<Pick<Version, 'publishedAt' | 'imported' | 'withdrawnAt'>> & {
	announced: string;
	effective: string;
	revision?: Partial<Revision>;
};

/** A version with these dates, of which nothing but the dates matters. */
export const someVersion = (id: string, predecessor: string | null, own: Own): Version => {
	const { announced, effective, revision: said, ...rest } = own;
	const front = revision.parse({
		version: id,
		title: 'Notice',
		announcedAt: announced,
		effectiveAt: effective,
		predecessor,
		class: 'editorial',
		summary: 'A version for a test of time.',
		controller: { name: 'Lantern Street Library' },
	});
	return {
		notice: 'lantern',
		id,
		revision: { ...front, ...said },
		announcedAt: front.announcedAt,
		effectiveAt: front.effectiveAt,
		publishedAt: front.announcedAt,
		imported: false,
		withdrawnAt: null,
		accepts: [],
		editions: {},
		...rest,
	};
};

/** A notice of these versions, dated by what happened. */
export const someNotice = (versions: Version[], zone = 'UTC'): Notice => ({
	slug: 'lantern',
	title: { en: 'Notice' },
	zone,
	locales: ['en'],
	law: null,
	reviews: [],
	versions: withLead(versions, zone),
});

/** An instant, and those one second before and after it. */
export const around = (text: string): [before: Instant, at: Instant, after: Instant] => {
	const at = instant(text);
	const shift = (seconds: number) => instant(new Date(Date.parse(at) + seconds * 1000).toISOString());
	return [shift(-1), at, shift(1)];
};
