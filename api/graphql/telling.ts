import { reviewDueOn } from '../../schema/rules/c11-yearly-review.ts';
import { type Telling, tellingOfVersion } from '../service/telling.ts';
import { builder, needs } from './builder.ts';
import { VersionEventTypeEnum } from './enums.ts';
import { NoticeType, NoticeVersionType } from './refs.ts';

const authScopes = needs('figures:read');

const TellingType = builder.objectRef<Telling>('Telling').implement({
	description: 'How far the telling of one event of a version has come. It names nobody.',
	fields: (t) => ({
		event: t.expose('event', { type: VersionEventTypeEnum, authScopes, description: 'What people are told of.' }),
		waiting: t.exposeInt('waiting', { authScopes, description: 'How many letters are still to leave.' }),
		sent: t.exposeInt('sent', { authScopes, description: 'How many left.' }),
		failed: t.exposeInt('failed', { authScopes, description: 'How many were given up.' }),
		dropped: t.exposeInt('dropped', {
			authScopes,
			description: 'How many had nobody to go to any more, such as a subscriber who has left.',
		}),
		inDigests: t.exposeInt('inDigests', {
			authScopes,
			description: 'How many subscribers hear of it in a digest, now or later.',
		}),
		lastSentAt: t.expose('lastSentAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When the last letter left.',
		}),
	}),
});

builder.objectField(NoticeType, 'reviewDueOn', (t) =>
	t.field({
		type: 'Date',
		nullable: true,
		authScopes,
		description: 'By when it is to be reviewed again, where the law asks for a yearly review.',
		resolve: (notice, _, { now }) => reviewDueOn(notice, now),
	}),
);

builder.objectField(NoticeVersionType, 'told', (t) =>
	t.field({
		type: [TellingType],
		authScopes,
		complexity: 5,
		description: 'Who was told of what happened to it, in numbers; nothing where nobody was.',
		resolve: ({ notice, version }, _, context) =>
			tellingOfVersion(context, { notice: notice.slug, version: version.id }),
	}),
);
