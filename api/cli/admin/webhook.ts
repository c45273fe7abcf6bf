import { parseArgs } from 'node:util';
import { readSystems } from '../../../schema/source/systems.ts';
import { taskEventTypes } from '../../../schema/system/task-vocabulary.ts';
import { problemOf, type Targets, webhookEventTypes, webhookTypes } from '../../../schema/webhook.ts';
import type { Config } from '../../config.ts';
import { eventNamesOf } from '../../service/webhook-desk.ts';
import { newWebhook, replay, setWebhook } from '../../service/webhooks.ts';
import type { WebhookDeliveryRow, WebhookRow } from '../../store/tables.ts';
import { deliveriesOf } from '../../store/webhook-deliveries.ts';
import { listWebhooks } from '../../store/webhooks.ts';
import type { AdminScope, Subject } from './subject.ts';

const names: readonly string[] = Object.values(webhookTypes);

const options = {
	url: { type: 'string' },
	events: { type: 'string' },
	system: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

interface WebhookScope extends AdminScope {
	/** The webhook or the delivery that is meant. */
	id: string | undefined;
	options: { url?: string | undefined; events?: string | undefined; system?: string | undefined; json: boolean };
}

const parseEvents = (text = '') => {
	const wanted = text === 'all' ? names : text.split(',').map((name) => name.trim());
	const known = webhookEventTypes.filter((type) => wanted.includes(webhookTypes[type]));
	if (known.length === 0 || known.length !== new Set(wanted).size) {
		throw new TypeError(`--events: expected all, or one or more of ${names.join(',')}`);
	}
	return known;
};

const parseUrl = (url = '', targets: Targets): string => {
	const problem = problemOf(url, targets);
	if (problem) throw new TypeError(`--url: ${problem}`);
	return url;
};

const named = (id: string | undefined, what: string): string => {
	if (!id) throw new TypeError(`--: name the ${what} by its id`);
	return id;
};

const stateOf = ({ disabledAt, disabledBy }: WebhookRow) =>
	disabledAt ? `disabled at ${disabledAt}${disabledBy === 'RECEIVER' ? ', since it answered 410' : ''}` : 'on';

const deliveryState = ({ deliveredAt, failedAt, dueAt, attempts }: WebhookDeliveryRow) => {
	if (deliveredAt) return `delivered at ${deliveredAt}`;
	return failedAt ? `given up at ${failedAt}` : `due at ${dueAt}, after ${attempts} attempts`;
};

/** A system is told of its tasks, where nothing else is asked for. */
const eventsFor = ({ events, system }: WebhookScope['options']) =>
	events === undefined && system !== undefined ? taskEventTypes : parseEvents(events);

const parseSystem = async ({ contentDir }: Config, id: string | undefined) => {
	if (id === undefined) return null;
	const { systems } = await readSystems(contentDir);
	if (systems.some((system) => system.id === id && system.reach.by === 'webhook')) return id;
	throw new TypeError('--system: systems.yaml declares no such system that is reached by a webhook');
};

const create = async ({ store, now, config, options }: WebhookScope) => {
	const url = parseUrl(options.url, config.webhookTargets);
	const wish = { url, events: eventsFor(options), system: await parseSystem(config, options.system) };
	const made = await newWebhook({ store, now }, wish);
	console.log(options.json ? JSON.stringify(made) : `${made.secret}\nShown this once; the webhook is ${made.id}.`);
};

const print = (rows: Record<string, unknown>[], json: boolean, whereNone: string) => {
	if (json) return console.log(JSON.stringify(rows));
	if (rows.length === 0) return console.log(whereNone);
	for (const row of rows)
		console.log(
			Object.values(row)
				.filter((it) => it !== null)
				.join('  '),
		);
};

const list = async ({ store, options }: WebhookScope) => {
	const rows = await store.read(listWebhooks);
	const shown = rows.map((row) => ({
		id: row.id,
		url: row.url,
		system: row.system,
		events: eventNamesOf(row),
		state: stateOf(row),
	}));
	print(shown, options.json, 'There are no webhooks yet.');
};

const deliveries = async ({ store, id, options }: WebhookScope) => {
	const rows = await store.read((tx) => deliveriesOf(tx, { webhookId: named(id, 'webhook'), limit: 50 }));
	const shown = rows.map((row) => ({ id: row.id, state: deliveryState(row), answer: row.lastOutcome ?? 'none yet' }));
	print(shown, options.json, 'Nothing has been queued for it yet.');
};

const say = (changed: boolean, id: string, what: string) => {
	console.log(changed ? `${id} ${what}.` : `There is none with the id ${id}, or nothing to change about it.`);
	if (!changed) process.exitCode = 1;
};

const sendAgain = async ({ store, now, id }: WebhookScope) => {
	const delivery = named(id, 'delivery');
	say(await replay({ store, now }, delivery), delivery, 'is sent once more');
};

const setTo =
	(to: 'on' | 'off', what: string) =>
	async ({ store, now, id }: WebhookScope) => {
		const webhookId = named(id, 'webhook');
		say(await setWebhook({ store, now }, webhookId, to), webhookId, what);
	};

const actions: Record<string, (scope: WebhookScope) => Promise<void>> = {
	new: create,
	list,
	deliveries,
	replay: sendAgain,
	disable: setTo('off', 'is disabled'),
	enable: setTo('on', 'is on again'),
};

/** Programs that are told of what happens to versions, of choices, and of the tasks of systems. */
export const webhook: Subject = {
	usage: `  npm run admin -- webhook new --url <https://…> --events <all, or a,b>
        prints the secret once; with it the receiver checks that an event is ours
  npm run admin -- webhook new --url <https://…> --system <id>
        tells the program of a system of its tasks, and of no other's
  npm run admin -- webhook list
  npm run admin -- webhook deliveries <webhook>     the last 50, with what was answered
  npm run admin -- webhook replay <delivery>        sends it once more
  npm run admin -- webhook disable|enable <webhook>

  events   ${names.join(', ')}`,
	read(args) {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [name = '', id] = positionals;
		const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
		return action ? (scope) => action({ ...scope, id, options: values }) : null;
	},
};
