import { type DeskToday, deskToday, type RequestWeek } from '../service/desk-today.ts';
import { builder, needs } from './builder.ts';

const authScopes = needs('requests:read');

const RequestWeekType = builder.objectRef<RequestWeek>('RequestWeek').implement({
	description: 'A week from a Monday on, in UTC.',
	fields: (t) => ({
		from: t.expose('from', { type: 'Date', authScopes, description: 'Its Monday.' }),
		received: t.exposeInt('received', { authScopes, description: 'How many requests were received.' }),
		answered: t.exposeInt('answered', { authScopes, description: 'How many were answered, granted or not.' }),
	}),
});

const DeskTodayType = builder.objectRef<DeskToday>('DeskToday').implement({
	description: 'What there is to do, in numbers, at this moment.',
	fields: (t) => ({
		open: t.exposeInt('open', { authScopes, description: 'Requests that have not ended.' }),
		late: t.exposeInt('late', { authScopes, description: 'Those of them whose due date has passed.' }),
		dueInThreeDays: t.exposeInt('dueInThreeDays', {
			authScopes,
			description: 'Those due today or in the next three days.',
		}),
		newFrom: t.expose('newFrom', { type: 'Date', authScopes, description: 'From which date on one is new.' }),
		new: t.exposeInt('new', { authScopes, description: 'Those received in these seven days.' }),
		waitingForPerson: t.exposeInt('waitingForPerson', {
			authScopes,
			description: 'Those whose person has still to confirm, or to answer what they were asked.',
		}),
		waitingForSystem: t.exposeInt('waitingForSystem', {
			authScopes,
			description: 'Those for which a system has still something to do.',
		}),
		waitingForDesk: t.exposeInt('waitingForDesk', { authScopes, description: 'Those whose next step is the desk’s.' }),
		lettersWaiting: t.exposeInt('lettersWaiting', { authScopes, description: 'Letters that have not left yet.' }),
		oldestLetterDueAt: t.expose('oldestLetterDueAt', {
			type: 'DateTime',
			nullable: true,
			authScopes,
			description: 'When the oldest letter that should have left was due; null where none is late.',
		}),
		lettersGivenUp: t.exposeInt('lettersGivenUp', {
			authScopes,
			description: 'Letters given up after the last attempt.',
		}),
		weeks: t.expose('weeks', {
			type: [RequestWeekType],
			authScopes,
			description: 'The last twelve weeks, this one included, the earliest first.',
		}),
	}),
});

builder.queryField('deskToday', (t) =>
	t.field({
		type: DeskTodayType,
		authScopes,
		complexity: 50,
		description: 'What there is to do, in numbers.',
		resolve: (_, __, context) => deskToday(context),
	}),
);
