import { randomUUID } from 'node:crypto';
import type { Addressee, AudienceInput, DeliveryReport } from '../../schema/audience/submission.ts';
import type { Notice, Version } from '../../schema/notice/model.ts';
import { statusAt } from '../../schema/notice/timeline.ts';
import type { AudienceEvent } from '../domain/audience.ts';
import { insertAddressee, isAddressee } from '../store/addressees.ts';
import { appendEvents, readStream } from '../store/events.ts';
import type { Store } from '../store/open.ts';
import { insertPersonal } from '../store/personal.ts';
import type { WriteTx } from '../store/transactions.ts';
import { localeFor } from './content.ts';
import type { Environment } from './environment.ts';
import { done, type Result, refused } from './result.ts';

interface Of {
	notice: Notice;
	version: Version;
}

const streamOf = (notice: string, version: string) => ({ kind: 'audience', id: `${notice}/${version}` }) as const;

/** Records in numbers what was done for the audience of a version. */
export const recordAudience = async (trx: WriteTx, { notice, version }: Of, event: AudienceEvent): Promise<void> => {
	const stream = streamOf(notice.slug, version.id);
	await appendEvents(trx, stream, (await readStream(trx, stream)).length, [event]);
};

/** What was done for the audience of a version, first to last. */
export const audienceRecord = (
	store: Store,
	{ notice, version }: { notice: string; version: string },
): Promise<AudienceEvent[]> => store.read((tx) => readStream<AudienceEvent>(tx, streamOf(notice, version)));

const versionOf = ({ library }: Environment, slug: string, id: string): Result<Of> => {
	const notice = library.notices.find((it) => it.slug === slug);
	if (!notice) return refused('UNKNOWN_NOTICE', ['notice']);
	const version = notice.versions.find((it) => it.id === id);
	return version ? done({ notice, version }) : refused('UNKNOWN_VERSION', ['version']);
};

const keep = async (trx: WriteTx, { store, now }: Environment, { notice, version }: Of, person: Addressee) => {
	const of = { notice: notice.slug, version: version.id };
	const emailIndex = store.vault.emailIndex(person.email);
	if (await isAddressee(trx, of, emailIndex)) return false;
	const [id, personalId] = [randomUUID(), randomUUID()];
	await insertPersonal(trx, store.vault, { id: personalId, data: { email: person.email }, now });
	await insertAddressee(trx, {
		...of,
		id,
		personalId,
		emailIndex,
		locale: localeFor(notice, person.locale),
		toldAt: null,
	});
	return true;
};

export interface HandedOver {
	/** Who was not among them before. */
	added: number;
	/** Who was. */
	known: number;
}

/**
 * Keeps people, sealed, to tell them once of a change that is announced, or will be; refused once it has taken effect or
 * was withdrawn.
 */
export const handOverAudience = async (
	environment: Environment,
	{ notice, version, people }: AudienceInput,
): Promise<Result<HandedOver>> => {
	const found = versionOf(environment, notice, version);
	if (!found.ok) return found;
	const { store, now } = environment;
	const status = statusAt(found.value.notice, found.value.version, now);
	if (status !== null && status !== 'ANNOUNCED') return refused('TOO_LATE', ['version']);
	const added = await store.write(async (trx) => {
		let count = 0;
		for (const person of people) if (await keep(trx, environment, found.value, person)) count += 1;
		if (count > 0) await recordAudience(trx, found.value, { type: 'audienceHandedOver', at: now, people: count });
		return count;
	});
	environment.afterCommit();
	return done({ added, known: people.length - added });
};

/** Records what the organisation's own mailer reports of having told people of a change, as evidence. */
export const recordDeliveryReport = async (
	environment: Environment,
	{ notice, version, ...report }: DeliveryReport,
): Promise<Result<DeliveryReport>> => {
	const found = versionOf(environment, notice, version);
	if (!found.ok) return found;
	const { store, now } = environment;
	await store.write((trx) => recordAudience(trx, found.value, { type: 'audienceToldByOthers', at: now, ...report }));
	return done({ notice, version, ...report });
};
