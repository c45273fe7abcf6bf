import { type ChangeClass, changeClasses } from '../../schema/notice/vocabulary.ts';

/** Each feed of a notice by the name of its files, with the changes in it; `feed` has those that letters tell of. */
export const feeds = {
	feed: ['substantive', 'material'],
	'feed-material': ['material'],
	'feed-all': changeClasses,
} as const satisfies Record<string, readonly ChangeClass[]>;

export type FeedName = keyof typeof feeds;

export const feedNames = Object.keys(feeds) as FeedName[]; // the keys of an object that nothing adds to
