import { randomUUID } from 'node:crypto';
import type { Library } from '../../schema/notice/model.ts';
import type { Instant } from '../../schema/time.ts';
import type { Targets } from '../../schema/webhook.ts';
import { nextAttemptAt, outcomeOfStatus } from '../domain/webhook.ts';
import { type Rounds, startRounds } from '../rounds.ts';
import { eventsAfter } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import { taskById } from '../store/system-tasks.ts';
import type { WebhookDeliveryRow } from '../store/tables.ts';
import {
	claimDeliveries,
	type DeliverySettlement,
	releaseDeliveries,
	settleDelivery,
} from '../store/webhook-deliveries.ts';
import { switchWebhook, webhookById } from '../store/webhooks.ts';
import { bodyOf, headersOf } from './message.ts';
import { post } from './post.ts';
import { targetOf } from './target.ts';

export interface WebhookContext {
	store: Store;
	library: () => Library;
	now: () => Instant;
	/** Without a slash at its end. */
	publicUrl: string;
	targets: Targets;
	/** How long an answer may take; 15 seconds where absent. */
	timeoutMs?: number;
}

const batch = 8;
/** Longer than one attempt may take. */
const leaseSeconds = 60;

/** The code of an error; its words may quote an address. */
const codeOf = (error: unknown): string => {
	if (!(error instanceof Error)) return 'UNKNOWN';
	return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};

const send = async (context: WebhookContext, row: WebhookDeliveryRow): Promise<number | null> => {
	const { store, targets } = context;
	const { webhook, event, task } = await store.read(async (tx) => {
		const [event] = await eventsAfter(tx, row.seq - 1, 1);
		const task = event?.streamKind === 'task' ? await taskById(tx, event.streamId) : undefined;
		return { webhook: await webhookById(tx, row.webhookId), event, task };
	});
	const body = event && bodyOf(event, { ...context, library: context.library(), task });
	if (!webhook || !body) return null;
	const secret = store.vault.openSecret(webhook.id, webhook.secretSealed);
	const target = await targetOf(webhook.url, targets);
	return post(target, headersOf(row.id, body, secret, context.now()), body, context.timeoutMs);
};

const afterFailure = ({ attempts }: WebhookDeliveryRow, now: Instant, lastOutcome: string): DeliverySettlement => {
	const dueAt = nextAttemptAt(attempts, now);
	return dueAt ? { dueAt, lastOutcome } : { failedAt: now, lastOutcome };
};

const settlementOf = (row: WebhookDeliveryRow, status: number | null, now: Instant): DeliverySettlement => {
	if (status === null) return { failedAt: now, lastOutcome: 'UNKNOWN_VERSION' };
	const lastOutcome = String(status);
	const outcome = outcomeOfStatus(status);
	if (outcome === 'TAKEN') return { deliveredAt: now, lastOutcome };
	return outcome === 'GONE' ? { failedAt: now, lastOutcome } : afterFailure(row, now, lastOutcome);
};

const deliverOne = async (context: WebhookContext, row: WebhookDeliveryRow, by: string): Promise<boolean> => {
	let settlement: DeliverySettlement;
	let gone = false;
	try {
		const status = await send(context, row);
		gone = status !== null && outcomeOfStatus(status) === 'GONE';
		settlement = settlementOf(row, status, context.now());
	} catch (error) {
		settlement = afterFailure(row, context.now(), codeOf(error));
	}
	await context.store.write(async (trx) => {
		await settleDelivery(trx, row.id, by, settlement);
		if (gone) await switchWebhook(trx, row.webhookId, { disabledAt: context.now(), disabledBy: 'RECEIVER' });
	});
	return 'deliveredAt' in settlement;
};

/** Delivers all that is due while `going`, a few at once; answers how many attempts failed. */
export const deliverWebhooks = async (context: WebhookContext, going: () => boolean = () => true): Promise<number> => {
	let failed = 0;
	while (going()) {
		const by = randomUUID();
		const claim = { by, now: context.now(), leaseSeconds, limit: batch };
		const rows = await context.store.write((trx) => claimDeliveries(trx, claim));
		if (rows.length === 0) break;
		const delivered = await Promise.all(rows.map((row) => deliverOne(context, row, by)));
		failed += delivered.filter((it) => !it).length;
	}
	return failed;
};

export interface WebhookOptions extends WebhookContext {
	onFailed: (attempts: number) => void;
	onError: (error: unknown) => void;
}

/** Delivers what is due until it is stopped. */
export const startWebhooks = (options: WebhookOptions): Rounds => {
	const { store, onFailed, onError } = options;
	return startRounds({
		first: async () => store.kind === 'postgres' || store.write(releaseDeliveries),
		round: async (going) => {
			const failed = await deliverWebhooks(options, going);
			if (failed > 0) onFailed(failed);
		},
		onError,
	});
};
