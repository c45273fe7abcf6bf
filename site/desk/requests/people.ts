import { useState } from 'preact/hooks';
import type { Withheld } from '../client.ts';
import { useDesk } from '../frame.tsx';
import { type QueueLine, whoAsks } from './operations.ts';

const wordsOf = (sent: { name: string | null; email: string | null } | null) =>
	sent ? (sent.name ?? sent.email ?? 'no name given') : 'nothing sent';

/** Who asks, read line by line once somebody wants to know: each reading is recorded. */
export const usePeople = () => {
	const { ask } = useDesk();
	const [people, setPeople] = useState<ReadonlyMap<string, string>>(new Map());
	const [withheld, setWithheld] = useState<Withheld | null>(null);
	const show = async (lines: readonly QueueLine[]) => {
		setWithheld(null);
		for (const { id } of lines) {
			if (people.has(id)) continue;
			const outcome = await ask(whoAsks, { id });
			if (outcome.kind !== 'answer' || outcome.withheld) {
				setWithheld(outcome.kind === 'forbidden' ? 'forbidden' : 'stepUp');
				return;
			}
			setPeople((known) => new Map(known).set(id, wordsOf(outcome.answer?.sent ?? null)));
		}
	};
	return { whoOf: (id: string) => people.get(id) ?? 'hidden', show, withheld };
};
