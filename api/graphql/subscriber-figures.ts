import { type SubscriberFigures, type SubscriberMonth, subscriberFigures } from '../service/subscriber-figures.ts';
import { builder, needs } from './builder.ts';
import { ChangeClassEnum, FrequencyEnum } from './enums.ts';

const authScopes = needs('figures:read');

const GroupType = builder.objectRef<SubscriberFigures['groups'][number]>('SubscriberGroup').implement({
	description: 'Subscribers to one notice who made the same choice.',
	fields: (t) => ({
		notice: t.exposeString('notice', { authScopes, description: 'The name of the notice.' }),
		leastClass: t.expose('leastClass', {
			type: ChangeClassEnum,
			authScopes,
			description: 'The least of the changes that they hear of.',
		}),
		frequency: t.expose('frequency', { type: FrequencyEnum, authScopes, description: 'How often letters come.' }),
		count: t.exposeInt('count', { authScopes, description: 'How many they are.' }),
	}),
});

const MonthType = builder.objectRef<SubscriberMonth>('SubscriberMonth').implement({
	description: 'Subscriptions that came and went in a month.',
	fields: (t) => ({
		month: t.exposeString('month', { authScopes, description: 'The month in UTC, such as `2026-11`.' }),
		confirmed: t.exposeInt('confirmed', { authScopes, description: 'How many were confirmed.' }),
		ended: t.exposeInt('ended', { authScopes, description: 'How many that had been confirmed ended.' }),
	}),
});

const FiguresType = builder.objectRef<SubscriberFigures>('SubscriberFigures').implement({
	description: 'Subscribers in numbers. They name nobody.',
	fields: (t) => ({
		confirmed: t.exposeInt('confirmed', { authScopes, description: 'How many subscriptions are confirmed now.' }),
		pending: t.exposeInt('pending', { authScopes, description: 'How many wait for their confirmation.' }),
		groups: t.expose('groups', {
			type: [GroupType],
			authScopes,
			description: 'The confirmed ones by notice and choice; one to several notices is counted with each.',
		}),
		months: t.expose('months', { type: [MonthType], authScopes, description: 'By month, the newest first.' }),
	}),
});

builder.queryField('subscriberFigures', (t) =>
	t.field({
		type: FiguresType,
		authScopes,
		description: 'Subscribers in numbers, as they are now.',
		resolve: (_, __, context) => subscriberFigures(context),
	}),
);
