import type { Notice } from '../schema/notice/model.ts';

/** The first part of a notice's addresses: the controlling language stands at the root, every other one under its own code. */
export const placeOf = (notice: Pick<Notice, 'slug' | 'locales'>, locale: string): string =>
	locale === notice.locales[0] ? notice.slug : `${locale}/${notice.slug}`;
