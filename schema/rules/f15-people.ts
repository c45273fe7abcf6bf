import type { Person } from '../notice/model.ts';
import {
	eachVersion,
	type FileFlaw,
	flawAt,
	type NoticeDraft,
	type Rule,
	type RuleFlaw,
	type VersionDraft,
} from './rule.ts';

const unknown = (by: string, people: readonly Person[]): string | null =>
	people.some((it) => it.id === by)
		? null
		: `'${by}' is not in people.yaml. Name one of ${people.map((it) => it.id).join(', ') || '(nobody yet)'}.`;

const checkReviews = ({ notice, file, lineOf }: NoticeDraft, people: readonly Person[]): FileFlaw[] =>
	notice.reviews.flatMap(({ by }, index) => {
		const message = unknown(by, people);
		return message ? [{ file, line: lineOf(['reviews', index, 'by']), field: `reviews[${index}].by`, message }] : [];
	});

const maySign = (by: string, { version }: VersionDraft, people: readonly Person[]): string | null => {
	const { class: kind } = version.revision;
	const signers = people.filter((it) => it.signsOff.includes(kind)).map((it) => it.id);
	return signers.includes(by)
		? null
		: `'${by}' may not sign off a ${kind} change. Name one of ${signers.join(', ') || '(nobody yet)'}, or change people.yaml.`;
};

const checkVersion = (draft: VersionDraft, people: readonly Person[]): RuleFlaw[] => {
	const { author, reviewer, urgent, class: kind } = draft.version.revision;
	const flaw = (path: string[], message: string | null) => (message ? [flawAt(draft, path, message)] : []);
	const signer = (by: string, path: string[]) => flaw(path, unknown(by, people) ?? maySign(by, draft, people));
	const alone = reviewer !== undefined && reviewer === author && kind !== 'editorial';
	const unread = !reviewer && kind === 'material' && people.length > 1;
	return [
		...(author ? flaw(['author'], unknown(author, people)) : []),
		...(reviewer ? signer(reviewer, ['reviewer']) : []),
		...(urgent ? signer(urgent.by, ['urgent', 'by']) : []),
		...flaw(['reviewer'], alone ? `'${author}' cannot review what they wrote. Let somebody else read it.` : null),
		...(unread
			? [
					{
						...flawAt(
							draft,
							['reviewer'],
							'Nobody is named who read this material change. Add reviewer: an id of people.yaml.',
						),
						level: 'warning' as const,
					},
				]
			: []),
	];
};

/** Whoever wrote, read or hurried a change stands in people.yaml; who approves it may, and did not write it. */
export const f15People: Rule = {
	id: 'F15',
	level: 'error',
	citation: 'Who may sign off a change is written down before the change.',
	check: (context) => [
		...context.notices.flatMap((it) => checkReviews(it, context.library.people)),
		...eachVersion(context, (draft) => checkVersion(draft, context.library.people)),
	],
};
