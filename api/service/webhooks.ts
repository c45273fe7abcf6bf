import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant } from '../../schema/time.ts';
import type { WebhookEventType } from '../../schema/webhook.ts';
import type { Store } from '../store/open.ts';
import { insertWebhook } from '../store/webhooks.ts';

export interface NewWebhook {
	id: string;
	/** Shown once; the store keeps it sealed. */
	secret: string;
}

/** Tells a program of events from now on; answers the secret with which it checks that they are ours. */
export const newWebhook = async (
	{ store, now }: { store: Store; now: Instant },
	{ url, events, system = null }: { url: string; events: readonly WebhookEventType[]; system?: string | null },
): Promise<NewWebhook> => {
	const [id, secret] = [randomUUID(), randomBytes(32)];
	const secretSealed = store.vault.sealSecret(id, secret);
	const row = { id, url, events: JSON.stringify(events), system, secretSealed, createdAt: now };
	await store.write((trx) => insertWebhook(trx, { ...row, disabledAt: null, disabledBy: null }));
	return { id, secret: `whsec_${secret.toString('base64')}` };
};
