import { encodeGlobalID } from '@pothos/plugin-relay';
import { Webhook } from 'standardwebhooks';
import type { Library } from '../../schema/notice/model.ts';
import { versionEventTypes } from '../../schema/notice/vocabulary.ts';
import { type Instant, toEpoch } from '../../schema/time.ts';
import { webhookTypes } from '../../schema/webhook.ts';
import { choiceEventOf } from '../domain/preference.ts';
import { taskEventOf } from '../domain/system-task.ts';
import type { EventRow, SystemTaskRow } from '../store/tables.ts';

/** A choice names nobody: its id is that of the choices of one browser or person. */
const choiceBody = ({ seq, type, at, streamId, data }: EventRow): string | null => {
	const as = Object.entries(choiceEventOf).find(([name]) => name === type)?.[1];
	if (!as) return null;
	// `appendEvents` wrote it from a PreferenceEvent.
	const { recipients } = JSON.parse(data) as { recipients?: 'ALL' | string[] };
	const of = Array.isArray(recipients) ? recipients : [];
	return JSON.stringify({
		type: webhookTypes[as],
		timestamp: at,
		data: { cursor: String(seq), id: streamId, recipients: of },
	});
};

/** A task as it stands when it is told of: ids, codes and dates. What else its system needs, it asks of the API. */
const taskBody = ({ seq, type, at }: EventRow, task: SystemTaskRow | undefined): string | null => {
	const as = Object.entries(taskEventOf).find(([name]) => name === type)?.[1];
	if (!as || !task) return null;
	const { system, kind, right, status, dueOn, streamVersion: revision } = task;
	const ids = { id: encodeGlobalID('SystemTask', task.id), request: encodeGlobalID('RightsRequest', task.requestId) };
	const data = { cursor: String(seq), ...ids, system, kind, right, status, dueOn, revision };
	return JSON.stringify({ type: webhookTypes[as], timestamp: at, data });
};

/** What a webhook is told of an event, as JSON; null where there is nothing to tell, or the content no longer has the version. */
export const bodyOf = (
	row: EventRow,
	{ task, ...environment }: { library: Library; publicUrl: string; task?: SystemTaskRow | undefined },
): string | null => {
	if (row.streamKind === 'preference') return choiceBody(row);
	return row.streamKind === 'task' ? taskBody(row, task) : versionBody(row, environment);
};

const versionBody = (
	{ seq, type, at, streamId }: EventRow,
	{ library, publicUrl }: { library: Library; publicUrl: string },
): string | null => {
	const [slug, id] = streamId.split('/');
	const version = library.notices.find((it) => it.slug === slug)?.versions.find((it) => it.id === id);
	const event = versionEventTypes.find((it) => it === type);
	if (!version || !event) return null;
	const { announcedAt, effectiveAt, withdrawnAt, revision } = version;
	const url = `${publicUrl}/${slug}/${id}/`;
	const dates = { announcedAt, effectiveAt, withdrawnAt };
	const data = { cursor: String(seq), notice: slug, version: id, changeClass: revision.class, ...dates, url };
	return JSON.stringify({ type: webhookTypes[event], timestamp: at, data });
};

/** The headers that prove a body to be ours and new (Standard Webhooks 1.0). */
export const headersOf = (id: string, body: string, secret: Buffer, now: Instant): Record<string, string> => {
	const sentAt = new Date(toEpoch(now));
	return {
		'content-type': 'application/json',
		'user-agent': 'Noticekeeper',
		'webhook-id': id,
		'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
		'webhook-signature': new Webhook(secret.toString('base64')).sign(id, sentAt, body),
	};
};
