import type { RightName } from './api/answers.ts';

/** What the form of a right says; the rules of the right are the API's. */
export interface RightText {
	right: RightName;
	slug: string;
	/** The form's title. */
	title: string;
	/** The right in a word or two, as the subject of a line. */
	short: string;
	lead: string;
}

/** In the order in which they are offered. */
export const rightTexts: readonly RightText[] = [
	{
		right: 'KNOW_SPECIFIC',
		slug: 'know',
		title: 'Ask for a copy of your data',
		short: 'A copy of your data',
		lead: 'You receive the pieces of information that we hold about you, in a format that you can read and take elsewhere.',
	},
	{
		right: 'KNOW_CATEGORIES',
		slug: 'know-categories',
		title: 'Ask what kinds of data we hold',
		short: 'The kinds of data we hold',
		lead: 'You hear which categories we hold about you, where they came from, why we have them and who received them.',
	},
	{
		right: 'DELETE',
		slug: 'delete',
		title: 'Ask us to delete your data',
		short: 'Deletion',
		lead: 'We delete what we hold about you, and tell you of anything that the law lets us keep, and why.',
	},
	{
		right: 'CORRECT',
		slug: 'correct',
		title: 'Ask us to correct your data',
		short: 'Correction',
		lead: 'Tell us what is wrong and what it should say.',
	},
	{
		right: 'OPT_OUT',
		slug: 'opt-out',
		title: 'Opt out of sale and sharing',
		short: 'No sale or sharing',
		lead: 'Tell us not to sell or share your data. It takes effect without any proof of who you are.',
	},
	{
		right: 'LIMIT',
		slug: 'limit',
		title: 'Limit the use of sensitive data',
		short: 'Limited use of sensitive data',
		lead: 'We then use sensitive data only for what you asked us for. It takes effect without any proof of who you are.',
	},
];

export const rightText = (right: RightName): RightText => {
	const found = rightTexts.find((it) => it.right === right);
	if (!found) throw new TypeError(`no text for the right ${right}`);
	return found;
};

/** Rights that act at once: they ask for no address and for no confirmation. */
export const actsAtOnce = (right: RightName): boolean => right === 'OPT_OUT' || right === 'LIMIT';
