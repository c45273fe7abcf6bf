import type { Migration } from '../migrations.ts';

/** What each system has to do for each request. */
export const systemTasks: Migration = {
	name: '0012-system-tasks',
	statements: ({ text, integer, strict }) => [
		`create table system_task (
			id ${text} primary key,
			request_id ${text} not null references request (id),
			"right" ${text} not null,
			system ${text} not null,
			kind ${text} not null,
			status ${text} not null,
			opened_on ${text} not null,
			days_before ${integer} not null,
			due_on ${text} not null,
			done_on ${text},
			told_on ${text},
			manner ${text},
			note ${text},
			failure ${text},
			stream_version ${integer} not null,
			unique (request_id, system, kind)
		)${strict}`,
		'create index system_task_due on system_task (due_on, id)',
	],
};
