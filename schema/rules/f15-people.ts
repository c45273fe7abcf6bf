import type { FileFlaw, Rule } from './rule.ts';

/** Whoever signs a review or an urgent change stands in people.yaml, and may sign that class. */
export const f15People: Rule = {
	id: 'F15',
	level: 'error',
	citation: 'Who may sign off a change is written down before the change.',
	check: ({ library, notices }) =>
		notices.flatMap(({ notice, file, lineOf, versions }): FileFlaw[] => {
			const known = library.people.map((it) => it.id);
			const message = (by: string) =>
				`'${by}' is not in people.yaml. Name one of ${known.join(', ') || '(nobody yet)'}.`;
			return [
				...notice.reviews.flatMap(({ by }, index) =>
					known.includes(by)
						? []
						: [{ file, line: lineOf(['reviews', index, 'by']), field: `reviews[${index}].by`, message: message(by) }],
				),
				...versions.flatMap(({ version, canonical }) => {
					const by = version.revision.urgent?.by;
					if (!by || known.includes(by)) return [];
					return [
						{
							file: canonical.file,
							line: canonical.lineOf(['urgent', 'by']),
							field: 'urgent.by',
							message: message(by),
						},
					];
				}),
			];
		}),
};
