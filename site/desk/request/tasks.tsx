import { useState } from 'preact/hooks';
import type { Outcome } from '../client.ts';
import { longDate } from '../dates.ts';
import { useDesk } from '../frame.tsx';
import { Conflict, Shortcoming } from '../states.tsx';
import { completeTask, failTask, type Task } from './operations.ts';
import { failureWords, noteWords, taskKindWords, taskStatusWords } from './words.ts';

/** What each system has to do, and what came of it. */
export const Tasks = ({ tasks, onDone }: { tasks: readonly Task[]; onDone: () => void }) =>
	tasks.length > 0 && (
		<section aria-labelledby="tasks-title">
			<h2 id="tasks-title">In the systems</h2>
			<ul class="tasks">
				{tasks.map((task) => (
					<li key={task.id}>
						<TaskView task={task} onDone={onDone} />
					</li>
				))}
			</ul>
		</section>
	);

const TaskView = ({ task, onDone }: { task: Task; onDone: () => void }) => (
	<>
		<p>
			<strong>{task.system}</strong>: {taskKindWords[task.kind]}
		</p>
		<p class="hint">
			{taskStatusWords[task.status]}
			{task.note && `: ${noteWords[task.note]}`}
			{task.doneOn ? `, on ${longDate(task.doneOn)}` : `, by ${longDate(task.dueOn)}`}
		</p>
		{task.availableActions.length > 0 && <TaskForm task={task} onDone={onDone} />}
	</>
);

const TaskForm = ({ task, onDone }: { task: Task; onDone: () => void }) => {
	const { viewer, ask } = useDesk();
	const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null);
	const settle = async (event: SubmitEvent) => {
		event.preventDefault();
		// The handler is set on a form and on nothing else.
		const [came, code = ''] = String(new FormData(event.currentTarget as HTMLFormElement).get('came')).split(' ');
		const aim = { id: task.id, expectedRevision: task.revision };
		const settled =
			came === 'COMPLETE'
				? await ask(completeTask, { input: { ...aim, note: code } })
				: await ask(failTask, { input: { ...aim, reason: code } });
		setOutcome(settled);
		if (settled.kind === 'answer' || (settled.kind === 'refusal' && settled.refusal.code === 'CONFLICT')) onDone();
	};
	const isConflict = outcome?.kind === 'refusal' && outcome.refusal.code === 'CONFLICT';
	const id = `came-${task.id}`;
	return (
		<form class="settle" onSubmit={(event) => void settle(event)}>
			<label for={id}>What came of it?</label>
			<select id={id} name="came" required>
				<option value="">Choose</option>
				{task.notes.map((note) => (
					<option key={note} value={`COMPLETE ${note}`}>
						{noteWords[note]}
					</option>
				))}
				{Object.entries(failureWords).map(([code, words]) => (
					<option key={code} value={`FAIL ${code}`}>
						Not yet: {words}
					</option>
				))}
			</select>
			<button type="submit" class="second small">
				Note it
			</button>
			{isConflict && <Conflict />}
			{outcome && !isConflict && (
				<Shortcoming
					outcome={outcome}
					again={() => setOutcome(null)}
					what="This"
					needs="tasks:write"
					role={viewer.role}
				/>
			)}
		</form>
	);
};
