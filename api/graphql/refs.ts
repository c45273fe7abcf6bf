import type { Notice } from '../../schema/notice/model.ts';
import { builder } from './builder.ts';
import type { VersionOf } from './lookup.ts';

/** Types that name each other are declared here and described in their own files. */
export const NoticeType = builder.objectRef<Notice>('Notice');
export const NoticeVersionType = builder.objectRef<VersionOf>('NoticeVersion');

/** Where a text can be had in several languages. */
export const localeArg = {
	required: false,
	description: 'A language such as `es`; the controlling one where this is left out or not published.',
} as const;
