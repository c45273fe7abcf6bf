import { flawAt, type RuleFlaw, type VersionDraft } from './rule.ts';
import { categoryFlaw, nameOf } from './under-california.ts';

const said = { disclosed: 'disclosed', soldOrShared: 'sold or shared' } as const;

const contradicted = (draft: VersionDraft, flow: keyof typeof said): RuleFlaw[] =>
	draft.version.revision.categories.flatMap((category, index) => {
		const { answer, to } = category[flow];
		if (answer === 'no') return [];
		const flaw = (message: string) => categoryFlaw(draft, index, flow, `${nameOf(draft, category)}: ${message}`);
		return [
			...(category.collected === 'no'
				? [flaw(`said not to be collected, yet to be ${said[flow]}. Correct the one or the other.`)]
				: []),
			...(to.length ? [] : [flaw(`nobody is named to whom it is ${said[flow]}. Add to: keys of recipients.`)]),
		];
	});

const hedged = (draft: VersionDraft, flow: keyof typeof said): RuleFlaw[] => {
	const names = draft.version.revision.categories
		.filter((it) => it[flow].answer === 'may')
		.map((it) => nameOf(draft, it));
	if (!names.length) return [];
	const message = `'may' does not say whether it was ${said[flow]}: ${names.join('; ')}. Write yes or no, or waive this with the reason.`;
	return [{ ...flawAt(draft, ['categories'], message), level: 'warning' }];
};

/** What is wrong with who receives each category: given away though not collected, received by nobody, or hedged. */
export const flowFlaws = (draft: VersionDraft, flow: keyof typeof said): RuleFlaw[] => [
	...contradicted(draft, flow),
	...hedged(draft, flow),
];
