import type { Library } from '../../schema/notice/model.ts';
import { type DeliveryState, webhookEventTypes, webhookTypes } from '../../schema/webhook.ts';
import { webhookNameOf } from '../domain/webhook.ts';
import { eventsAfter } from '../store/events.ts';
import type { WebhookDeliveryRow, WebhookRow } from '../store/tables.ts';
import {
	type CountedDeliveries,
	countDeliveries,
	type DeliveryPage,
	deliveriesOf,
	deliveryById,
} from '../store/webhook-deliveries.ts';
import { listWebhooks, webhookById } from '../store/webhooks.ts';
import type { Desk } from './actor.ts';
import { isId } from './record-id.ts';
import { done, type Result, refused } from './result.ts';
import { newWebhook, replay, replayEach, setWebhook, type Wish } from './webhooks.ts';

export type DeskWebhook = WebhookRow;
export type Delivery = WebhookDeliveryRow;

export const webhooksForDesk = ({ store }: Desk): Promise<DeskWebhook[]> => store.read(listWebhooks);

export const webhookForDesk = async ({ store }: Pick<Desk, 'store'>, id: string): Promise<DeskWebhook | null> =>
	isId(id) ? ((await store.read((tx) => webhookById(tx, id))) ?? null) : null;

/** The names of the events that a webhook is told of. */
export const eventNamesOf = ({ events }: DeskWebhook): string[] => {
	// `insertWebhook` is all that writes this column.
	const chosen = JSON.parse(events) as string[];
	return webhookEventTypes.filter((type) => chosen.includes(type)).map((type) => webhookTypes[type]);
};

export const countsOfWebhook = ({ store }: Desk, id: string): Promise<CountedDeliveries> =>
	store.read((tx) => countDeliveries(tx, id));

/** Deliveries to a webhook, the newest first. */
export const deliveriesForDesk = ({ store }: Desk, page: DeliveryPage): Promise<Delivery[]> =>
	store.read((tx) => deliveriesOf(tx, page));

export const deliveryForDesk = async ({ store }: Pick<Desk, 'store'>, id: string): Promise<Delivery | null> =>
	/^msg_[0-9a-f-]{36}$/.test(id) ? ((await store.read((tx) => deliveryById(tx, id))) ?? null) : null;

export const stateOfDelivery = ({ deliveredAt, failedAt }: Delivery): DeliveryState => {
	if (deliveredAt) return 'DELIVERED';
	return failedAt ? 'FAILED' : 'WAITING';
};

interface Waking {
	afterCommit: () => void;
}

export interface MadeWebhook {
	secret: string;
	made: DeskWebhook;
}

const webhookOr = async (desk: Desk, id: string): Promise<Result<DeskWebhook>> => {
	const row = await webhookForDesk(desk, id);
	return row ? done(row) : refused('UNKNOWN_WEBHOOK', ['id']);
};

/** Makes a webhook; one that belongs to a system is told of that system only. */
export const makeWebhook = async (desk: Desk & { library: Library }, wish: Wish): Promise<Result<MadeWebhook>> => {
	const { systems } = desk.library;
	if (wish.system && !systems.some(({ id, reach }) => id === wish.system && reach.by === 'webhook'))
		return refused('UNKNOWN_SYSTEM', ['system']);
	const { id, secret } = await newWebhook(desk, wish);
	const made = await webhookOr(desk, id);
	return made.ok ? done({ secret, made: made.value }) : made;
};

/** Switches a webhook off, or on again. */
export const switchTo =
	(to: 'on' | 'off') =>
	async (desk: Desk & Waking, { id }: { id: string }): Promise<Result<DeskWebhook>> => {
		const found = await webhookOr(desk, id);
		if (!found.ok) return found;
		if (await setWebhook(desk, id, to)) desk.afterCommit();
		return webhookOr(desk, id);
	};

/** Sends one delivery once more. */
export const replayOne = async (desk: Desk & Waking, { id }: { id: string }): Promise<Result<Delivery>> => {
	const isOver = (await deliveryForDesk(desk, id)) !== null && (await replay(desk, id));
	const row = isOver && (await deliveryForDesk(desk, id));
	if (!row) return refused('UNKNOWN_DELIVERY', ['id']);
	desk.afterCommit();
	return done(row);
};

/** Sends everything once more that was given up. */
export const replayAllFailed = async (desk: Desk & Waking, { id }: { id: string }): Promise<Result<DeskWebhook>> => {
	const found = await webhookOr(desk, id);
	if (!found.ok) return found;
	if ((await replayEach(desk, id)) > 0) desk.afterCommit();
	return found;
};

/** The name of the kind of event that a delivery tells of. */
export const eventOfDelivery = async ({ store }: Desk, { seq }: Delivery): Promise<string> => {
	const [event] = await store.read((tx) => eventsAfter(tx, seq - 1, 1));
	return (event && webhookNameOf(event.type)) ?? '';
};
