import { useState } from 'preact/hooks';
import { issuesOf } from '../../forms/issues.ts';
import type { Issue, Values } from '../../forms/values.ts';
import { formsEn } from '../../text/forms-en.ts';
import type { Outcome } from '../client.ts';
import { useDesk } from '../frame.tsx';
import { inputFrom } from './entered.ts';
import { type ActionForm, type Aimed, actions, type DeskRequest, type Letter } from './operations.ts';

/** Where an action stands: being written, shown as a letter, or kept from going on. */
export type Step =
	| { kind: 'writing'; issues: readonly Issue[] }
	/** `revision` is that of the request whose letter was shown. */
	| { kind: 'shown'; letters: readonly Letter[]; revision: number }
	| { kind: 'conflict' }
	| { kind: 'stepUp' };

const writing: Step = { kind: 'writing', issues: [] };

const stepAfter = (outcome: Exclude<Outcome<unknown>, { kind: 'answer' }>): Step => {
	if (outcome.kind === 'stepUp') return { kind: 'stepUp' };
	if (outcome.kind === 'refusal' && outcome.refusal.code === 'CONFLICT') return { kind: 'conflict' };
	if (outcome.kind === 'forbidden')
		return { kind: 'writing', issues: [{ path: '', message: 'Your role may not do this.' }] };
	const failed = outcome.kind === 'refusal' ? outcome : ({ kind: 'unreachable' } as const);
	return { kind: 'writing', issues: issuesOf(failed, formsEn.fields) };
};

interface Options {
	request: Pick<DeskRequest, 'id' | 'revision'>;
	form: ActionForm;
	onDone: () => void;
	/** Somebody else was faster. */
	onConflict: () => void;
}

/** An action in two steps: its letter is shown, and then it is done; what has no words of staff and no letter is done at once. */
export const useAction = ({ request, form, onDone, onConflict }: Options) => {
	const { ask } = useDesk();
	const [step, setStep] = useState<Step>(writing);
	const [sending, setSending] = useState(false);
	const operations = actions[form.mutation];

	const run = async (work: () => Promise<Step | null>) => {
		if (sending) return;
		setSending(true);
		const next = await work();
		setSending(false);
		if (next === null) return onDone();
		setStep(next);
		if (next.kind === 'conflict') onConflict();
	};
	const aimed = (values: Values, expectedRevision: number): Aimed => ({
		input: { id: request.id, expectedRevision, ...inputFrom(form.fields, values) },
	});
	const act = async (values: Values, revision: number): Promise<Step | null> => {
		if (!operations) return writing;
		const outcome = await ask(operations.act, aimed(values, revision));
		return outcome.kind === 'answer' ? null : stepAfter(outcome);
	};
	const preview = async (values: Values): Promise<Step | null> => {
		if (!operations) return writing;
		const { revision } = request;
		const outcome = await ask(operations.preview, aimed(values, revision));
		if (outcome.kind !== 'answer') return stepAfter(outcome);
		const { letters } = outcome.answer;
		const hasWords = form.fields.some(({ name }) => name === 'message');
		return letters.length > 0 || hasWords ? { kind: 'shown', letters, revision } : act(values, revision);
	};
	return {
		step,
		sending,
		preview: (values: Values) => run(() => preview(values)),
		send: (values: Values) => run(async () => (step.kind === 'shown' ? act(values, step.revision) : step)),
		backToWriting: () => setStep(writing),
	};
};
