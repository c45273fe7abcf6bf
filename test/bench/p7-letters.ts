import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { drain } from '../../api/mail/deliver.ts';
import { smtpMail } from '../../api/mail/transport.ts';
import { tellSubscribers } from '../../api/service/announcements.ts';
import { openStore, type Store } from '../../api/store/open.ts';
import { readLibrary } from '../../schema/source/library.ts';
import { addSeconds } from '../../schema/time.ts';
import { addSubscription } from '../support/letters.ts';
import { demoInstant, projectContent, publicUrl } from '../support/places.ts';
import { type Row, seconds, timed } from './row.ts';

const subscribers = Number(process.env.BENCH_SUBSCRIBERS ?? 20_000);
const plain = 5_000;

/** A mail server that takes everything and keeps nothing. */
const startSink = async () => {
	let received = 0;
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, _session, callback) {
			stream.on('data', () => {});
			stream.on('end', () => {
				received += 1;
				callback();
			});
		},
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
	const address = server.server.address();
	const port = address && typeof address === 'object' ? address.port : 0;
	return { url: `smtp://127.0.0.1:${port}`, received: () => received, close: () => server.close() };
};

const subscribeAll = async (store: Store) => {
	const confirmed = { status: 'CONFIRMED', confirmedAt: addSeconds(demoInstant, -30 * 86_400) } as const;
	for (let n = 0; n < subscribers; n += 1) {
		await addSubscription(store, { email: `reader-${n}@example.com`, change: confirmed });
	}
};

const peakDuring = async (work: () => Promise<unknown>): Promise<number> => {
	let peak = process.memoryUsage.rss();
	const watch = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage.rss());
	}, 100);
	await work();
	clearInterval(watch);
	return peak;
};

/** How many letters a second the mail library itself hands to the same server over as many connections. */
const plainRate = async (url: string): Promise<number> => {
	const transport = createTransport({ url, pool: true, maxConnections: 4 });
	const letter = { from: 'privacy@example.org', to: 'reader@example.com', subject: 'A change', text: 'x'.repeat(2000) };
	const ms = await timed(() => Promise.all(Array.from({ length: plain }, () => transport.sendMail(letter))));
	transport.close();
	return plain / (ms / 1000);
};

export const p7: Row = {
	id: 'P7',
	what: `announcing a material change to ${subscribers.toLocaleString('en')} confirmed subscribers`,
	target: "at most 150 MB above idle; letters leave at 0.8x or more of the mail library's own pooled rate",
	async measure(onLine) {
		const dataDir = mkdtempSync(join(tmpdir(), 'noticekeeper-bench-'));
		const sink = await startSink();
		const store = await openStore({ dataDir, databaseUrl: undefined, sqliteDriver: 'sqlite3', dataKey: undefined });
		const { library } = await readLibrary(projectContent);
		const sender = { name: '', address: 'privacy@example.org' };
		const mail = smtpMail(sink.url, { sender, publicUrl, dkim: undefined });
		try {
			onLine(`writing ${subscribers} subscribers`);
			await subscribeAll(store);
			const theirs = await plainRate(sink.url);
			const sentBefore = sink.received();
			const idle = process.memoryUsage.rss();
			onLine('announcing');
			let queueMs = 0;
			const context = { store, library: () => library, now: () => demoInstant, publicUrl, mail };
			const started = performance.now();
			const peak = await peakDuring(async () => {
				queueMs = await timed(() => tellSubscribers({ store, library, now: demoInstant, afterCommit: () => {} }));
				await drain(context);
			});
			const ours = subscribers / ((performance.now() - started - queueMs) / 1000);
			const growthMb = Math.round((peak - idle) / 1024 / 1024);
			const sent = sink.received() - sentBefore;
			return {
				figures: {
					queued: `${seconds(queueMs)} s`,
					letters: `${Math.round(ours)}/s, the library alone ${Math.round(theirs)}/s: ${(ours / theirs).toFixed(2)}x`,
					memory: `${growthMb} MB above idle`,
					sent,
				},
				met: sent === subscribers && ours / theirs >= 0.8 && growthMb <= 150,
			};
		} finally {
			await mail.close();
			await store.close();
			sink.close();
			rmSync(dataDir, { recursive: true, force: true });
		}
	},
};
