import { GraphQLError } from 'graphql';
import { type Instant, instant, plainDateField } from '../../schema/time.ts';
import { builder } from './builder.ts';

const refuse = (message: string): never => {
	throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const parseInstant = (value: unknown): Instant => {
	try {
		return instant(String(value));
	} catch {
		return refuse('Expected a date and time with an offset, such as 2027-03-01T00:00:00-08:00.');
	}
};

builder.scalarType('DateTime', {
	description:
		'A point in time, ISO 8601 with an offset; answers are in UTC with milliseconds: 2027-03-01T08:00:00.000Z.',
	serialize: (value) => value,
	parseValue: parseInstant,
});

builder.scalarType('Date', {
	description: 'A calendar date in the zone of the notice that speaks of it: 2027-03-01.',
	serialize: (value) => value,
	parseValue: (value) => plainDateField.safeParse(value).data ?? refuse('Expected a date such as 2027-03-01.'),
});
