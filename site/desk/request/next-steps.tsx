import { useDraft } from '../draft.ts';
import { useDesk } from '../frame.tsx';
import { ActionForm } from './action-form.tsx';
import { HappeningList } from './history.tsx';
import { actions, type DeskRequest, type ActionForm as Form, type Happening } from './operations.ts';
import { actionWords, inWords } from './words.ts';

interface NextStepsProps {
	request: DeskRequest;
	/** What others did since the screen was opened. */
	news: readonly Happening[];
	onDone: (what: string) => void;
	onSeen: () => void;
	again: () => void;
}

const order = Object.keys(actionWords);
const place = ({ action }: Form) => (order.includes(action) ? order.indexOf(action) : order.length);

/** The actions that this screen can do, the most wanted first. */
const knownForms = ({ forms }: DeskRequest) =>
	forms.filter(({ mutation }) => mutation in actions).toSorted((a, b) => place(a) - place(b));

const nameOf = ({ action }: Form) => actionWords[action] ?? inWords(action);

/** What to do next: one thing first, the others below it, and the form of the one that was chosen. */
export const NextSteps = ({ request, news, onDone, onSeen, again }: NextStepsProps) => {
	const { viewer } = useDesk();
	const [draft, change] = useDraft(`request/${request.id}`);
	const forms = knownForms(request);
	const chosen = forms.find(({ action }) => action === draft?.action);
	const open = ({ action }: Form) => {
		onSeen();
		change({ action, values: {} });
	};
	const [first, ...others] = forms;
	const mayAct = viewer.role === 'OFFICER' || viewer.role === 'HANDLER';
	return (
		<section aria-labelledby="next-title">
			<h2 id="next-title">What to do next</h2>
			{!chosen && news.length > 0 && (
				<div class="state" role="status">
					<p>New since you opened this:</p>
					<HappeningList happenings={news} zone={request.version.notice.zone} />
				</div>
			)}
			{draft && !chosen && <Overtaken values={Object.values(draft.values).flat()} forget={() => change(null)} />}
			{!mayAct && <p>Your role may look at requests, and does nothing to them.</p>}
			{mayAct && forms.length === 0 && <p>Nothing: the person can ask again.</p>}
			{mayAct && chosen && draft && (
				<ActionForm
					key={chosen.action}
					{...{ request, form: chosen, draft, news, change }}
					onDone={() => {
						change(null);
						onDone(`${nameOf(chosen)}: done.`);
					}}
					onConflict={again}
				/>
			)}
			{mayAct && !chosen && first && (
				<>
					<p>
						<button type="button" onClick={() => open(first)}>
							{nameOf(first)}
						</button>
					</p>
					<ul class="others">
						{others.map((form) => (
							<li key={form.action}>
								<button type="button" class="link" onClick={() => open(form)}>
									{nameOf(form)}
								</button>
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
};

/** What was begun can no longer be done; the words are still there, to be copied. */
const Overtaken = ({ values, forget }: { values: readonly string[]; forget: () => void }) => (
	<div class="state wrong" role="alert">
		<p>What you had begun can no longer be done: somebody else was faster. What you wrote is still here.</p>
		<blockquote dir="auto">{values.filter((it) => it.includes(' ')).join('\n')}</blockquote>
		<button type="button" class="second" onClick={forget}>
			Throw it away
		</button>
	</div>
);
