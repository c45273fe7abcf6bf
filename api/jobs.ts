import type { Logger } from 'pino';
import type { Library } from '../schema/notice/model.ts';
import type { SigningKey } from '../schema/provenance/keys.ts';
import type { Instant } from '../schema/time.ts';
import type { Targets } from '../schema/webhook.ts';
import { startDelivery } from './mail/delivery.ts';
import type { Mail } from './mail/transport.ts';
import { tellSubscribers } from './service/announcements.ts';
import { tellAudiences } from './service/audience-telling.ts';
import { runClock } from './service/clock.ts';
import { sealEvents } from './service/event-log.ts';
import type { Store } from './store/open.ts';
import { startWebhooks } from './webhooks/deliver.ts';

export interface JobsOptions {
	store: Store;
	mail: Mail;
	library: () => Library;
	now: () => Instant;
	publicUrl: string;
	/** Signs how far the log of events goes. */
	signingKey: SigningKey;
	webhookTargets: Targets;
	log: Logger;
	/** How often to look what time alone has made due. */
	tickMs?: number;
}

export interface Jobs {
	/** Something was committed that may want a letter. */
	wake(): void;
	/** Does now what is due now, and resolves once it is done. */
	tick(): Promise<void>;
	stop(): Promise<void>;
}

/** Everything that happens without a request: letters leave, unconfirmed things end, subscribers and webhooks hear of changes. */
export const startJobs = ({
	store,
	mail,
	library,
	now,
	publicUrl,
	signingKey,
	webhookTargets,
	log,
	tickMs = 5_000,
}: JobsOptions): Jobs => {
	const delivery = startDelivery({
		store,
		mail,
		library,
		now,
		publicUrl,
		onError: (error) => log.error({ err: error }, 'letters could not be sent; they stay queued'),
		onRound: ({ failed, postponed }) => {
			if (failed + postponed > 0) log.warn({ failed, postponed }, 'letters did not leave');
		},
	});
	const webhooks = startWebhooks({
		store,
		library,
		now,
		publicUrl,
		targets: webhookTargets,
		onError: (error) => log.error({ err: error }, 'webhooks could not be delivered; they stay queued'),
		onFailed: (attempts) => log.warn({ attempts }, 'webhooks did not take what they were sent'),
	});
	const wake = () => {
		delivery.wake();
		webhooks.wake();
	};
	const work = async () => {
		const environment = { store, library: library(), now: now(), afterCommit: wake };
		await runClock(environment);
		await tellSubscribers(environment);
		await tellAudiences(environment);
		await sealEvents({ store, now: environment.now, site: publicUrl, key: signingKey });
	};
	let running: Promise<void> = Promise.resolve();
	const tick = () => {
		running = running.then(work).catch((error) => log.error({ err: error }, 'the clock could not do its work'));
		return running;
	};
	const timer = setInterval(tick, tickMs);
	void tick();
	return {
		wake: delivery.wake,
		tick,
		async stop() {
			clearInterval(timer);
			await running;
			await Promise.all([delivery.stop(), webhooks.stop()]);
		},
	};
};
