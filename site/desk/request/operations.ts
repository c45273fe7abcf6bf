import type { FieldCondition, FieldKind, FieldOption } from '../../../schema/request/action-form.ts';
import type { FileType } from '../../../schema/request/message.ts';
import type { IntakeManner, Outcome, Proof, Requester } from '../../../schema/request/vocabulary.ts';
import type { TaskKind, TaskNote, TaskStatus } from '../../../schema/system/task-vocabulary.ts';
import type { Instant, PlainDate } from '../../../schema/time.ts';
import type { Message, RequestStatusName, RightName } from '../../api/answers.ts';
import type { Operation } from '../../api/operations.ts';

export interface FormField {
	name: string;
	kind: FieldKind;
	isRequired: boolean;
	least: number;
	options: FieldOption[];
	parts: string[];
	when: FieldCondition | null;
}

export interface ActionForm {
	action: string;
	mutation: string;
	fields: FormField[];
}

export interface Happening {
	type: string;
	at: Instant;
	by: string | null;
	keyId: string | null;
}

export interface Task {
	id: string;
	system: string;
	kind: TaskKind;
	status: TaskStatus;
	dueOn: PlainDate;
	doneOn: PlainDate | null;
	note: TaskNote | null;
	notes: TaskNote[];
	failure: string | null;
	revision: number;
	availableActions: ('COMPLETE' | 'FAIL')[];
}

export interface Denial {
	category: string | null;
	item: number | null;
	ground: string;
	cite: string;
}

/** One request as its screen shows it. */
export interface DeskRequest {
	id: string;
	right: RightName;
	treatedAs: RightName | null;
	requester: Requester;
	manner: IntakeManner;
	status: RequestStatusName;
	receivedAt: Instant;
	receivedOn: PlainDate;
	regime: string;
	dueOn: PlainDate;
	dueCite: string;
	sinceOn: PlainDate | null;
	extendedOn: PlainDate | null;
	clocks: { duty: string; dueOn: PlainDate; cite: string }[];
	verification: { points: number; declaration: boolean; cite: string } | null;
	proofs: Proof[];
	missingProofs: Proof[];
	outcome: Outcome | null;
	ground: string | null;
	groundCite: string | null;
	denials: Denial[];
	revision: number;
	version: { version: string; url: string; notice: { slug: string; title: string; zone: string } };
	forms: ActionForm[];
	history: Happening[];
	tasks: Task[];
}

export const requestScreen: Operation<{ id: string }, DeskRequest | null> = {
	field: 'node',
	text: `query RequestScreen($id: ID!) { node(id: $id) { ... on RightsRequest {
		id right treatedAs requester manner status receivedAt receivedOn regime dueOn dueCite sinceOn extendedOn
		clocks { duty dueOn cite } verification { points declaration cite } proofs missingProofs
		outcome ground groundCite denials { category item ground cite } revision
		version { version url notice { slug title zone } }
		forms { action mutation fields { name kind isRequired least options { value cite } parts when { field value } } }
		history { type at by keyId }
		tasks { id system kind status dueOn doneOn note notes failure revision availableActions }
	} } }`,
};

/** The person's own words. */
export interface SentWords {
	email: string | null;
	name: string | null;
	onBehalfOf: string | null;
	details: string | null;
	/** Numbered from 1. */
	corrections: { what: string; shouldBe: string; evidence: string | null }[];
}

export const sentWords: Operation<{ id: string }, { sent: SentWords | null } | null> = {
	field: 'node',
	text: `query SentWords($id: ID!) { node(id: $id) { ... on RightsRequest {
		sent { email name onBehalfOf details corrections { what shouldBe evidence } } } } }`,
};

export const requestMessages: Operation<{ id: string }, { messages: Message[] } | null> = {
	field: 'node',
	text: `query RequestMessages($id: ID!) { node(id: $id) { ... on RightsRequest {
		messages { id from at text files { id name type bytes } } } } }`,
};

const refusals = `
	... on Refusal { __typename code message path }
	... on InvalidInput { issues { path message } }`;

export interface Letter {
	kind: string;
	channel: 'MAIL' | 'POST';
	locale: string;
	subject: string;
	text: string;
}

export type Aimed = { input: { id: string; expectedRevision?: number } & Record<string, unknown> };

interface ActionOperations {
	act: Operation<Aimed, { __typename: 'RightsRequest' }>;
	preview: Operation<Aimed, { __typename: 'RequestPreview'; letters: Letter[] }>;
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** What does something to a request, and what only shows its letter. */
const actionOperations = (name: string): ActionOperations => {
	const preview = `preview${capital(name)}`;
	const asked = (operation: string, came: string) =>
		`mutation ${capital(operation)}($input: ${capital(name)}Input!) { ${operation}(input: $input) { __typename ${came} ${refusals} } }`;
	return {
		act: { field: name, text: asked(name, '') },
		preview: {
			field: preview,
			text: asked(preview, '... on RequestPreview { letters { kind channel locale subject text } }'),
		},
	};
};

/** The mutations that the screen can do; a form for another one is not shown. */
export const actions: Readonly<Record<string, ActionOperations>> = Object.fromEntries(
	[
		'verifyRightsRequest',
		'authoriseRightsRequest',
		'askConsumer',
		'treatRightsRequestAsCategories',
		'askAboutRightsRequest',
		'writeAboutRightsRequest',
		'chargeForRightsRequest',
		'extendRightsRequest',
		'answerRightsRequest',
		'closeRightsRequest',
		'reopenRightsRequest',
		'contestAccuracy',
	].map((name) => [name, actionOperations(name)]),
);

/** `content` is in base64. */
export const openFile: Operation<
	{ input: { id: string; fileId: string } },
	{ __typename: 'OpenedFile'; name: string; type: FileType; content: string }
> = {
	field: 'openFile',
	text: `mutation OpenFile($input: OpenFileInput!) { openFile(input: $input) { __typename ... on OpenedFile { name type content } ${refusals} } }`,
};

export const completeTask: Operation<
	{ input: { id: string; expectedRevision: number; note: string } },
	{ __typename: 'SystemTask' }
> = {
	field: 'completeSystemTask',
	text: `mutation CompleteTask($input: CompleteSystemTaskInput!) { completeSystemTask(input: $input) { __typename ${refusals} } }`,
};

export const failTask: Operation<
	{ input: { id: string; expectedRevision: number; reason: string } },
	{ __typename: 'SystemTask' }
> = {
	field: 'failSystemTask',
	text: `mutation FailTask($input: FailSystemTaskInput!) { failSystemTask(input: $input) { __typename ${refusals} } }`,
};
