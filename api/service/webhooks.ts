import { randomBytes, randomUUID } from 'node:crypto';
import type { WebhookEventType } from '../../schema/webhook.ts';
import { replayDelivery, replayFailed } from '../store/webhook-deliveries.ts';
import { insertWebhook, switchWebhook } from '../store/webhooks.ts';
import { byOf, type Desk, recordDeed } from './actor.ts';

export interface NewWebhook {
	id: string;
	/** Shown once; the store keeps it sealed. */
	secret: string;
}

export interface Wish {
	url: string;
	events: readonly WebhookEventType[];
	system?: string | null;
}

/** Tells a program of events from now on; answers the secret with which it checks that they are ours. */
export const newWebhook = async (
	{ store, now, ...actor }: Desk,
	{ url, events, system = null }: Wish,
): Promise<NewWebhook> => {
	const [id, secret] = [randomUUID(), randomBytes(32)];
	const secretSealed = store.vault.sealSecret(id, secret);
	const row = { id, url, events: JSON.stringify(events), system, secretSealed, createdAt: now };
	await store.write(async (trx) => {
		await insertWebhook(trx, { ...row, disabledAt: null, disabledBy: null });
		await recordDeed(trx, { kind: 'webhook', id }, webhookDeed({ now, ...actor }, 'webhookMade'));
	});
	return { id, secret: `whsec_${secret.toString('base64')}` };
};

type Deed = 'webhookMade' | 'webhookDisabled' | 'webhookEnabled' | 'deliveriesReplayed';

// Its address is none of the event's: it may hold a secret of the receiver.
const webhookDeed = ({ now, ...actor }: Omit<Desk, 'store'>, type: Deed) => ({ type, at: now, ...byOf(actor) });

/** Stops what goes to a webhook, or lets it go on; false where that changes nothing. */
export const setWebhook = ({ store, ...desk }: Desk, id: string, to: 'on' | 'off'): Promise<boolean> =>
	store.write(async (trx) => {
		const off = { disabledAt: desk.now, disabledBy: 'OPERATOR' } as const;
		const isChanged = await switchWebhook(trx, id, to === 'off' ? off : { disabledAt: null, disabledBy: null });
		const type = to === 'off' ? 'webhookDisabled' : 'webhookEnabled';
		if (isChanged) await recordDeed(trx, { kind: 'webhook', id }, webhookDeed(desk, type));
		return isChanged;
	});

/** Queues one delivery once more, with all its attempts; false where there is none that is over. */
export const replay = ({ store, ...desk }: Desk, id: string): Promise<boolean> =>
	store.write(async (trx) => {
		const webhookId = await replayDelivery(trx, id, desk.now);
		const deed = webhookDeed(desk, 'deliveriesReplayed');
		if (webhookId) await recordDeed(trx, { kind: 'webhook', id: webhookId }, deed);
		return webhookId !== null;
	});

/** Queues everything once more that was given up; answers how many deliveries that are. */
export const replayEach = ({ store, ...desk }: Desk, id: string): Promise<number> =>
	store.write(async (trx) => {
		const count = await replayFailed(trx, id, desk.now);
		const deed = { ...webhookDeed(desk, 'deliveriesReplayed'), count };
		if (count > 0) await recordDeed(trx, { kind: 'webhook', id }, deed);
		return count;
	});
