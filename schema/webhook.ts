import type { VersionEventType } from './notice/vocabulary.ts';

/** The types of events as webhooks name them. */
export const webhookTypes = {
	versionAnnounced: 'notice.version.announced',
	versionInForce: 'notice.version.in_force',
	versionWithdrawn: 'notice.version.withdrawn',
} as const satisfies Record<VersionEventType, string>;
