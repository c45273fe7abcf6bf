import type { Migration } from '../migrations.ts';

/** Until when the person for whom an agent asks can say whether the agent may. */
export const consumerAsked: Migration = {
	name: '0018-consumer-asked',
	statements: ({ text }) => [`alter table request add column consumer_asked_until ${text}`],
};
