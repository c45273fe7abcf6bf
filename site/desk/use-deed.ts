import { useState } from 'preact/hooks';
import type { Scope } from '../../schema/access/access.ts';
import type { Operation } from '../api/operations.ts';
import { issuesOf } from '../forms/issues.ts';
import type { Issue, Values } from '../forms/values.ts';
import { formsEn } from '../text/forms-en.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './frame.tsx';

/** A mutation of the desk: all that it takes is its input. */
export type Deed<Answer> = Operation<{ input: object }, Answer>;

export interface DeedProps<Answer> {
	deed: Deed<Answer>;
	needs: Scope;
	/** What is to be done, as the beginning of a sentence. */
	what: string;
	/** Told what came of it, and what was entered. */
	onDone: (answer: Answer, entered: Values) => void;
}

/** What came of a deed that was not done. */
type Undone = Exclude<Outcome<unknown>, { kind: 'answer' }>;

/** Does it, and says what came of it; what is under way is not begun a second time. */
export const useDeed = <Answer>({ deed, onDone }: Pick<DeedProps<Answer>, 'deed' | 'onDone'>) => {
	const { ask } = useDesk();
	const [undone, setUndone] = useState<Undone | null>(null);
	const [busy, setBusy] = useState(false);
	const [said, setSaid] = useState('');
	const run = async (input: object, entered: Values = {}) => {
		if (busy) return;
		setBusy(true);
		setSaid('');
		const outcome = await ask(deed, { input });
		setBusy(false);
		setUndone(outcome.kind === 'answer' ? null : outcome);
		if (outcome.kind !== 'answer') return;
		setSaid('Done.');
		onDone(outcome.answer, entered);
	};
	return { run, busy, undone, said };
};

/** What the API found wrong, field by field. */
export const issuesIn = (undone: Undone | null): Issue[] =>
	undone?.kind === 'refusal' ? issuesOf(undone, formsEn.fields) : [];
