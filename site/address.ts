import { publicUrl } from 'virtual:notices';
import type { Notice, Version } from '../schema/notice/model.ts';
import type { FeedName } from './feed/names.ts';
import { translatedLocales } from './notices.ts';
import { placeOf } from './place.ts';

export const noticeAddress = (notice: Notice, locale: string) => `/${placeOf(notice, locale)}/`;

export const versionAddress = (notice: Notice, version: Pick<Version, 'id'>, locale: string) =>
	`/${placeOf(notice, locale)}/${version.id}/`;

export const historyAddress = (notice: Notice, locale: string) => `/${placeOf(notice, locale)}/history/`;

export const nextAddress = (notice: Notice, locale: string) => `/${placeOf(notice, locale)}/next/`;

export const compareAddress = (
	notice: Notice,
	from: Pick<Version, 'id'>,
	to: Pick<Version, 'id'>,
	locale: string,
	view: 'text' | 'list' = 'text',
) => `/${placeOf(notice, locale)}/compare/${from.id}...${to.id}/${view === 'list' ? 'list/' : ''}`;

export const fileAddress = (notice: Notice, name: `${FeedName}.${'atom' | 'json'}` | 'manifest.json', locale: string) =>
	`/${placeOf(notice, locale)}/${name}`;

/** The search in a language, where there is anything to find in it; else that of the default one. */
export const searchAddress = (locale: string) =>
	translatedLocales().includes(locale) ? `/${locale}/search/` : '/search/';

export const absolute = (path: string) => publicUrl + path;
