import { daysAfter, isWithdrawn, lastInForce, leadDays } from '../notice/lead.ts';
import { dateIn, daysBetween } from '../time.ts';
import { type FileFlaw, flawAt, type NoticeDraft, type Rule, type VersionDraft } from './rule.ts';

const checkLead = (draft: VersionDraft, { notice }: NoticeDraft): FileFlaw[] => {
	const { revision } = draft.version;
	const others = notice.versions.filter((it) => it.revision.effectiveAt < revision.effectiveAt);
	const inForce = lastInForce(others, revision.announcedAt);
	const days = leadDays(draft.version, inForce);
	const earliest = daysAfter(revision.announcedAt, days, notice.zone);
	if (revision.effectiveAt >= earliest) return [];
	return [
		{
			file: draft.canonical.file,
			line: draft.canonical.lineOf(['effectiveAt']),
			field: 'effectiveAt',
			message: `A ${revision.class} change takes effect ${days} days after it is announced at the earliest: ${earliest}. Announce it earlier, let it begin later, or, if it was published elsewhere before, record it with 'notice publish --imported'.`,
		},
	];
};

const checkWindow = (draft: VersionDraft, { notice }: NoticeDraft): FileFlaw[] => {
	const { revision } = draft.version;
	const { objection, announcedAt } = revision;
	const inForce = lastInForce(
		notice.versions.filter((it) => it.id !== draft.version.id),
		announcedAt,
	);
	const promised = inForce?.revision.changeTerms?.objection?.days ?? 0;
	if (!objection) {
		const due =
			promised > 0 && revision.class === 'material' && revision.direction !== 'favourable' && !revision.urgent;
		return due
			? [
					flawAt(
						draft,
						['objection'],
						`Takes no objections, where ${inForce?.id} promises ${promised} days for them. Add objection: opensAt, closesAt, effect.`,
					),
				]
			: [];
	}
	const place = { file: draft.canonical.file, line: draft.canonical.lineOf(['objection']), field: 'objection' };
	const days = daysBetween(dateIn(objection.opensAt, notice.zone), dateIn(objection.closesAt, notice.zone));
	return [
		...(objection.opensAt < announcedAt
			? [{ ...place, message: `Opens before the version is announced. Let it open at ${announcedAt} or later.` }]
			: []),
		...(days < promised
			? [
					{
						...place,
						message: `Is open for ${days} days, where ${inForce?.id} promises ${promised}. Let it close later.`,
					},
				]
			: []),
	];
};

const checkReach = (draft: VersionDraft): FileFlaw[] => {
	const { class: kind, direction, reach, predecessor } = draft.version.revision;
	if (kind !== 'material' || direction !== 'adverse' || reach || predecessor === null) return [];
	const message =
		'A change for the worse does not say which data it reaches. Add reach: categories, and appliesTo: new-data-only, or all with consent.';
	return [flawAt(draft, ['reach'], message)];
};

/** People hear of a change as long before it takes effect, and can object for as long, as the version in force promises, and of which data a change for the worse reaches. */
export const t1LeadTime: Rule = {
	id: 'T1',
	level: 'error',
	sparesHistory: true,
	citation:
		'The notice’s own promise of advance notice; for changes that are not material, three days, as Wikimedia gives.',
	check: ({ notices }) =>
		notices.flatMap((notice) =>
			notice.versions
				.filter((it) => !isWithdrawn(it.version))
				.flatMap((draft) => [...checkLead(draft, notice), ...checkWindow(draft, notice), ...checkReach(draft)]),
		),
};
