import { bindingVerdict } from './m11-declared-class.ts';
import { eachVersion, flawAt, type Rule } from './rule.ts';

/** Where the difference is neither editorial nor shown to be material, its author says why the class is right. */
export const m12ClassReason: Rule = {
	id: 'M12',
	level: 'error',
	citation: 'Whoever classes a change that no rule can class answers for it in the record.',
	sparesHistory: true,
	check: (context) =>
		eachVersion(context, (draft, notice) => {
			const { classReason, predecessor, class: declared } = draft.version.revision;
			// A version that is called editorial all the same is a finding of M11.
			if (classReason || declared === 'editorial') return [];
			if (bindingVerdict(draft, notice)?.class !== 'substantive') return [];
			const message = `The words say something else than those of ${predecessor}, and nothing shows that it is material. Add classReason: why the change is ${declared}.`;
			return [{ ...flawAt(draft, ['class'], message), field: 'classReason' }];
		}),
};
