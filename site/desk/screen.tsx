import type { ComponentChildren } from 'preact';
import type { Scope } from '../../schema/access/access.ts';
import type { Operation } from '../api/operations.ts';
import { useDesk } from './frame.tsx';
import { Shortcoming, Waiting } from './states.tsx';
import { useAsk } from './use-ask.ts';

interface LookProps<Variables, Answer> {
	at: Operation<Variables, Answer>;
	with: Variables;
	needs: Scope;
	/** What is looked at, as the beginning of a sentence. */
	what: string;
	children: (answer: Answer, again: () => void) => ComponentChildren;
}

/** What the API answers, or what is said until it does or where it does not. */
export const Look = <Variables extends object, Answer>(props: LookProps<Variables, Answer>) => {
	const { viewer } = useDesk();
	const { outcome, again } = useAsk(props.at, props.with);
	if (!outcome) return <Waiting />;
	if (outcome.kind !== 'answer')
		return <Shortcoming outcome={outcome} again={again} what={props.what} needs={props.needs} role={viewer.role} />;
	return <>{props.children(outcome.answer, again)}</>;
};
