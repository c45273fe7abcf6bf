import { publicUrl } from 'virtual:notices';
import { placeOf } from '../schema/notice/address.ts';
import type { Notice, Version } from '../schema/notice/model.ts';
import type { FeedName } from './feed/names.ts';
import { translatedLocales } from './notices.ts';

export const nextAddress = (notice: Notice, locale: string) => `/${placeOf(notice, locale)}/next/`;

export const compareAddress = (
	notice: Notice,
	from: Pick<Version, 'id'>,
	to: Pick<Version, 'id'>,
	locale: string,
	view: 'text' | 'list' = 'text',
) => `/${placeOf(notice, locale)}/compare/${from.id}...${to.id}/${view === 'list' ? 'list/' : ''}`;

export const fileAddress = (notice: Notice, name: `${FeedName}.${'atom' | 'json'}`, locale: string) =>
	`/${placeOf(notice, locale)}/${name}`;

/** The search in a language, where there is anything to find in it; else that of the default one. */
export const searchAddress = (locale: string) =>
	translatedLocales().includes(locale) ? `/${locale}/search/` : '/search/';

export const absolute = (path: string) => publicUrl + path;
