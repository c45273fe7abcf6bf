import { daysAfter, isWithdrawn, lastInForce, leadDays } from '../notice/lead.ts';
import { dateIn, daysBetween } from '../time.ts';
import { type FileFlaw, isImported, type NoticeDraft, type Rule, type VersionDraft } from './rule.ts';

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
	if (!objection) return [];
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

/** People hear of a change as long before it takes effect, and can object for as long, as the version in force promises. */
export const t1LeadTime: Rule = {
	id: 'T1',
	level: 'error',
	citation:
		'The notice’s own promise of advance notice; for changes that are not material, three days, as Wikimedia gives.',
	check: ({ notices }) =>
		notices.flatMap((notice) =>
			notice.versions
				.filter((it) => !isImported(it) && !isWithdrawn(it.version))
				.flatMap((draft) => [...checkLead(draft, notice), ...checkWindow(draft, notice)]),
		),
};
