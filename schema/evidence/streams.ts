/**
 * Kinds of streams of events. One right asked for is one stream; the requests of one submission share a receipt. `access`
 * tells of one personal record who read it, and of one version when evidence of it was taken; `audience` in numbers who
 * was told of one version; `retention` of one receipt when what the person sent with it was destroyed or held; `staff`
 * of one person of staff what role they were given, and when they signed in; `key` and `webhook` of one of these when it was
 * made and ended, or sent to once more; `task` of what one system has to do for one
 * request; `package` of one answer to an access request, when it was made, downloaded and destroyed.
 */
export const streamKinds = [
	'request',
	'objection',
	'subscription',
	'version',
	'access',
	'audience',
	'preference',
	'retention',
	'staff',
	'key',
	'webhook',
	'task',
	'package',
] as const;
export type StreamKind = (typeof streamKinds)[number];
