import { useState } from 'preact/hooks';
import type { Operation } from '../../api/operations.ts';
import type { Outcome } from '../client.ts';
import { useDesk } from '../frame.tsx';
import { StepUp } from '../states.tsx';
import { rightWords } from '../words.ts';
import { closeAsSpam, previewSpam, type QueueLine } from './operations.ts';

const said = (outcome: Outcome<unknown>): string => {
	if (outcome.kind === 'answer') return 'Laid aside.';
	if (outcome.kind === 'refusal') return outcome.refusal.message;
	if (outcome.kind === 'stepUp') return 'Not done: sign in again first.';
	if (outcome.kind === 'forbidden') return 'Not done: your role may not.';
	return 'No answer. Try it again.';
};

const previewed = (outcome: Outcome<{ letters: { subject: string }[] }>): string => {
	if (outcome.kind !== 'answer') return said(outcome);
	const [letter] = outcome.answer.letters;
	return letter ? `Laid aside; a letter leaves: ${letter.subject}` : 'Laid aside; no letter leaves.';
};

interface BulkProps {
	lines: readonly QueueLine[];
	/** What was done is shown. */
	done: () => void;
}

type Results = ReadonlyMap<string, string>;

/** Lays several requests aside as spam: what it would do to each comes first, then what it did to each. */
export const Bulk = ({ lines, done }: BulkProps) => {
	const { ask } = useDesk();
	const [results, setResults] = useState<Results>(new Map());
	const [step, setStep] = useState<'choosing' | 'previewed' | 'done'>('choosing');
	const [needsSignIn, setNeedsSignIn] = useState(false);
	const possible = lines.filter(({ availableActions }) => availableActions.includes('CLOSE'));

	const each = async <Answer,>(
		operation: Operation<{ id: string; revision: number }, Answer>,
		words: (outcome: Outcome<Answer>) => string,
	) => {
		const found = new Map<string, string>();
		setNeedsSignIn(false);
		for (const { id, revision } of possible) {
			const outcome = await ask(operation, { id, revision });
			if (outcome.kind === 'stepUp') return setNeedsSignIn(true);
			found.set(id, words(outcome));
			setResults(new Map(found));
		}
	};
	const preview = async () => {
		await each(previewSpam, previewed);
		setStep('previewed');
	};
	const carryOut = async () => {
		await each(closeAsSpam, said);
		setStep('done');
	};
	return (
		<section class="bulk noprint" aria-labelledby="bulk-title">
			<h2 id="bulk-title">{lines.length} chosen</h2>
			{possible.length < lines.length && <p>{lines.length - possible.length} of them cannot be laid aside.</p>}
			{needsSignIn && <StepUp what="Laying requests aside" again={preview} />}
			{results.size > 0 && (
				<ul aria-live="polite">
					{possible.map(({ id, right }) => (
						<li key={id}>
							{rightWords[right]}: {results.get(id)}
						</li>
					))}
				</ul>
			)}
			{step === 'choosing' && possible.length > 0 && (
				<button type="button" class="second" onClick={preview}>
					Lay aside as spam…
				</button>
			)}
			{step === 'previewed' && !needsSignIn && (
				<button type="button" onClick={carryOut}>
					Lay {possible.length} aside
				</button>
			)}{' '}
			<button type="button" class="link" onClick={done}>
				{step === 'done' ? 'Close' : 'Choose nothing'}
			</button>
		</section>
	);
};
