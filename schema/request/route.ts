import type { Promises } from '../notice/frontmatter.ts';
import type { Population } from '../notice/vocabulary.ts';

/** Where a person's request belongs: to a notice here, or to somebody else. */
export type Route =
	| { kind: 'governed'; notice: string }
	/** `notice` is the one that says so. */
	| { kind: 'referred'; referTo: string; notice: string };

/**
 * Where people of a population are answered, by the scopes of the notices in force; a notice that governs them goes
 * before one that refers them elsewhere. Null where no notice speaks of them.
 */
export const routeOf = (
	population: Population,
	inForce: readonly { notice: string; promises: Pick<Promises, 'scope'> }[],
): Route | null => {
	const said = inForce.flatMap(({ notice, promises }) =>
		(promises.scope?.populations ?? []).filter(({ key }) => key === population).map((row) => ({ ...row, notice })),
	);
	const exists = (slug: string | undefined) => inForce.some(({ notice }) => notice === slug);
	const governed = said.find((row) => exists(row.governedBy));
	if (governed?.governedBy) return { kind: 'governed', notice: governed.governedBy };
	const referred = said.find((row) => row.referTo !== undefined);
	return referred?.referTo === undefined
		? null
		: { kind: 'referred', referTo: referred.referTo, notice: referred.notice };
};
