import { useState } from 'preact/hooks';
import { first, type Values } from '../../forms/values.ts';
import { Choices, TextArea } from '../../islands/fields.tsx';
import { DeedForm } from '../deed-form.tsx';
import { Letters } from '../request/letters.tsx';
import type { Letter } from '../request/operations.ts';
import { decideObjection, previewDecision } from './operations.ts';

const deciding = { needs: 'objections:decide', what: 'Deciding an objection' } as const;

const choices = [
	{ value: 'UPHELD', label: 'Uphold it', hint: 'The earlier text goes on to hold for this person.' },
	{ value: 'REJECTED', label: 'Reject it', hint: 'The new text holds for this person from its date.' },
];

interface Draft {
	entered: Values;
	letters: Letter[];
}

const inputOf = (id: string, entered: Values) => ({
	id,
	decision: first(entered, 'decision'),
	message: first(entered, 'message'),
});

/** A decision in two steps: what is decided and why, then the letter as it will be sent. */
export const Decide = ({ id, done }: { id: string; done: () => void }) => {
	const [draft, setDraft] = useState<Draft | null>(null);
	const [isShown, setShown] = useState(false);
	const show = ({ letters }: { letters: Letter[] }, entered: Values) => {
		setDraft({ entered, letters });
		setShown(true);
	};
	return (
		<section aria-labelledby="decide">
			<h3 id="decide">Decide it</h3>
			{draft && isShown ? (
				<Send id={id} draft={draft} done={done} back={() => setShown(false)} />
			) : (
				<DeedForm
					{...deciding}
					deed={previewDecision}
					input={(entered) => inputOf(id, entered)}
					choices={['decision']}
					button="See the letter"
					onDone={show}
				>
					{(fields) => (
						<>
							<Choices
								{...fields}
								values={draft?.entered ?? {}}
								name="decision"
								kind="radio"
								label="Decision"
								choices={choices}
							/>
							<TextArea
								{...fields}
								values={draft?.entered ?? {}}
								name="message"
								label="Reason"
								hint="It stands in the letter as you write it here."
							/>
						</>
					)}
				</DeedForm>
			)}
		</section>
	);
};

interface SendProps {
	id: string;
	draft: Draft;
	done: () => void;
	back: () => void;
}

const Send = ({ id, draft, done, back }: SendProps) => {
	const { entered, letters } = draft;
	return (
		<>
			<Letters letters={letters} />
			<DeedForm
				{...deciding}
				deed={decideObjection}
				input={() => inputOf(id, entered)}
				button="Decide, and send the letter"
				onDone={done}
			>
				{() => (
					<p>
						<button type="button" class="second" onClick={back}>
							Change it
						</button>
					</p>
				)}
			</DeedForm>
		</>
	);
};
