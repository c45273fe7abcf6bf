import type { Right } from '../../schema/notice/vocabulary.ts';
import { isImmediate } from '../../schema/request/vocabulary.ts';
import { allowsTask } from '../../schema/system/task-lifecycle.ts';
import {
	notesOf,
	type TaskEventType,
	type TaskFailure,
	type TaskKind,
	type TaskManner,
	type TaskNote,
	type TaskStatus,
} from '../../schema/system/task-vocabulary.ts';
import { addDays, dateIn, type Instant, type PlainDate } from '../../schema/time.ts';
import { accept, type Decision, refuse } from './decision.ts';

/** What one system has to do for one request, as its events leave it. */
export interface TaskState {
	requestId: string;
	right: Right;
	/** Id of the system in systems.yaml. */
	system: string;
	kind: TaskKind;
	status: TaskStatus;
	openedOn: PlainDate;
	/** How many days before its request it is due. */
	daysBefore: number;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
	/** The date on which somebody who received the data was told. */
	toldOn: PlainDate | null;
	manner: TaskManner | null;
	note: TaskNote | null;
	failure: TaskFailure | null;
}

/** What a task has to know of its request. */
export interface RequestFacts {
	dueOn: PlainDate;
	/** Whether it may be carried out: the person was verified, or the right needs no such thing. */
	isReady: boolean;
	/** Whether it ended without being granted. */
	isOver: boolean;
}

export type TaskCommand =
	| ({ type: 'begin'; of: RequestFacts } & Pick<TaskState, 'requestId' | 'right' | 'system' | 'kind' | 'daysBefore'>)
	/** Something happened to the request. */
	| { type: 'follow'; of: RequestFacts }
	/** `toldOn` is today where it is left out. */
	| { type: 'complete'; note: TaskNote; manner: TaskManner; toldOn?: PlainDate | null | undefined }
	| { type: 'fail'; reason: TaskFailure };

/** Events hold no personal data: codes, dates, and the ids of a request and a system. */
export type TaskEvent =
	| ({ type: 'taskBegun'; at: Instant } & Pick<
			TaskState,
			'requestId' | 'right' | 'system' | 'kind' | 'openedOn' | 'daysBefore' | 'dueOn'
	  >)
	/** It may be carried out from now on. */
	| { type: 'taskOpened'; at: Instant }
	| { type: 'taskDueMoved'; at: Instant; dueOn: PlainDate }
	| {
			type: 'taskDone';
			at: Instant;
			doneOn: PlainDate;
			toldOn: PlainDate | null;
			manner: TaskManner;
			note: TaskNote;
	  }
	| { type: 'taskFailed'; at: Instant; reason: TaskFailure }
	| { type: 'taskCancelled'; at: Instant }
	/** Its request was taken up again. */
	| { type: 'taskResumed'; at: Instant };

/** What programs are told of each event; nothing where null. */
export const taskEventOf = {
	taskBegun: null,
	taskOpened: 'systemTaskOpened',
	taskDueMoved: null,
	taskDone: null,
	taskFailed: null,
	taskCancelled: 'systemTaskCancelled',
	taskResumed: null,
} as const satisfies Record<TaskEvent['type'], TaskEventType | null>;

interface Moment {
	now: Instant;
	/** IANA zone in which dates are read. */
	zone: string;
}

/** What acts at once is told of within a day. */
const daysAtOnce = 1;

const earlier = (a: PlainDate, b: PlainDate) => (a < b ? a : b);

/** Some days before the request, but not before the task was there; a day after it was there where the right acts at once. */
const dueOnOf = (
	{ right, daysBefore, openedOn }: Pick<TaskState, 'right' | 'daysBefore' | 'openedOn'>,
	requestDueOn: PlainDate,
): PlainDate => {
	if (isImmediate(right)) return earlier(addDays(openedOn, daysAtOnce), requestDueOn);
	const due = addDays(requestDueOn, -daysBefore);
	return due < openedOn ? openedOn : due;
};

/** What a command does to a task: events to record, or why not. */
export const decide = (state: TaskState | null, command: TaskCommand, moment: Moment): Decision<TaskEvent> => {
	if (command.type === 'begin') return state ? refuse('CONFLICT') : begin(command, moment);
	if (!state) return refuse('UNKNOWN_TASK');
	switch (command.type) {
		case 'follow':
			return accept(...follow(state, command.of, moment.now));
		case 'complete':
			return complete(state, command, moment);
		case 'fail':
			return allowsTask('FAIL', state.status)
				? accept({ type: 'taskFailed', at: moment.now, reason: command.reason })
				: closed(state);
	}
};

const begin = (
	{ type: _, of, ...facts }: Extract<TaskCommand, { type: 'begin' }>,
	{ now, zone }: Moment,
): Decision<TaskEvent> => {
	const openedOn = dateIn(now, zone);
	const dueOn = dueOnOf({ ...facts, openedOn }, of.dueOn);
	const events: TaskEvent[] = [{ type: 'taskBegun', at: now, ...facts, openedOn, dueOn }];
	return accept(...events, ...(of.isReady ? [{ type: 'taskOpened', at: now } as const] : []));
};

const follow = (state: TaskState, { dueOn, isReady, isOver }: RequestFacts, at: Instant): TaskEvent[] => {
	if (isOver) return allowsTask('CANCEL', state.status) ? [{ type: 'taskCancelled', at }] : [];
	if (state.status === 'DONE') return [];
	const isResumed = allowsTask('RESUME', state.status);
	const moved = dueOnOf(state, dueOn);
	return [
		...(isResumed ? [{ type: 'taskResumed', at } as const] : []),
		...(moved === state.dueOn ? [] : [{ type: 'taskDueMoved', at, dueOn: moved } as const]),
		...(isReady && (isResumed || allowsTask('OPEN', state.status)) ? [{ type: 'taskOpened', at } as const] : []),
	];
};

const closed = ({ status }: TaskState) => refuse(status === 'WAITING' ? 'NOT_VERIFIED' : 'ALREADY_ENDED');

const complete = (
	state: TaskState,
	{ note, manner, toldOn }: Extract<TaskCommand, { type: 'complete' }>,
	{ now, zone }: Moment,
): Decision<TaskEvent> => {
	if (!allowsTask('COMPLETE', state.status)) return closed(state);
	if (!notesOf[state.kind].includes(note)) return refuse('OTHER_NOTE', ['note']);
	const today = dateIn(now, zone);
	if (toldOn && (note !== 'TOLD' || toldOn < state.openedOn || toldOn > today))
		return refuse('NOT_TOLD_THEN', ['toldOn']);
	return accept({
		type: 'taskDone',
		at: now,
		doneOn: today,
		toldOn: note === 'TOLD' ? (toldOn ?? today) : null,
		manner,
		note,
	});
};

/** The state after an event; throws where the stream is broken, since events are only ever recorded by `decide`. */
export const evolve = (state: TaskState | null, event: TaskEvent): TaskState => {
	if (event.type === 'taskBegun') return begun(event);
	if (!state) throw new Error(`${event.type} cannot be a stream's first event`);
	switch (event.type) {
		case 'taskOpened':
			return { ...state, status: 'OPEN' };
		case 'taskDueMoved':
			return { ...state, dueOn: event.dueOn };
		case 'taskDone': {
			const { type: _, at: __, ...facts } = event;
			return { ...state, ...facts, status: 'DONE', failure: null };
		}
		case 'taskFailed':
			return { ...state, status: 'FAILED', failure: event.reason };
		case 'taskCancelled':
			return { ...state, status: 'CANCELLED' };
		case 'taskResumed':
			return { ...state, status: 'WAITING', failure: null };
	}
};

const begun = ({ type: _, at: __, ...facts }: Extract<TaskEvent, { type: 'taskBegun' }>): TaskState => ({
	...facts,
	status: 'WAITING',
	doneOn: null,
	toldOn: null,
	manner: null,
	note: null,
	failure: null,
});
