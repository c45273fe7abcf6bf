import { draftOf, type FileFlaw, type NoticeDraft, type Rule } from './rule.ts';

const checkNotice = (notice: NoticeDraft): FileFlaw[] =>
	notice.withdrawals.flatMap(({ version: id, at }, index) => {
		const version = draftOf(notice, id)?.version;
		const known = notice.versions.map((it) => it.version.id);
		const place = (field: string) => ({
			file: notice.file,
			line: notice.lineOf(['withdrawals', index, field]),
			field: `withdrawals[${index}].${field}`,
		});
		if (!version) {
			return [{ ...place('version'), message: `There is no version ${id}. Name one of ${known.join(', ')}.` }];
		}
		if (at < version.effectiveAt) return [];
		const message = `${id} is in force from ${version.effectiveAt}, and what is in force can only be followed. Publish a new version instead.`;
		return [{ ...place('at'), message }];
	});

/** Only what has not yet taken effect can be taken back. */
export const f19Withdrawals: Rule = {
	id: 'F19',
	level: 'error',
	citation: 'At any instant exactly one text governs.',
	check: ({ notices }) => notices.flatMap(checkNotice),
};
