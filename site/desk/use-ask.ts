import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Operation } from '../api/operations.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './frame.tsx';

/** What is known so far; the last outcome stays while the API is asked again. */
export interface Asked<Answer> {
	outcome: Outcome<Answer> | null;
	asking: boolean;
	/** Asks again. */
	again: () => void;
}

/** Asks the API when a screen opens, and whenever what it asks for changes; an answer that comes too late is left. */
export const useAsk = <Variables extends object, Answer>(
	operation: Operation<Variables, Answer>,
	variables: Variables,
): Asked<Answer> => {
	const { ask } = useDesk();
	const [outcome, setOutcome] = useState<Outcome<Answer> | null>(null);
	const [asking, setAsking] = useState(true);
	const latest = useRef(0);
	const asked = JSON.stringify(variables);
	const again = useCallback(async () => {
		latest.current += 1;
		const turn = latest.current;
		setAsking(true);
		const answered = await ask(operation, JSON.parse(asked) as Variables); // it was made from variables
		if (turn !== latest.current) return;
		// Where a session has ended meanwhile the frame says so, and what was shown stays.
		setOutcome((before) => (answered.kind === 'forbidden' && before?.kind === 'answer' ? before : answered));
		setAsking(false);
	}, [operation, asked, ask]);
	useEffect(() => void again(), [again]);
	return { outcome, asking, again };
};
