import type { Instant, PlainDate } from '../../schema/time.ts';

const long = (zone: string) =>
	new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });

export const dayText = (on: PlainDate): string => long('UTC').format(new Date(`${on}T00:00:00Z`));
export const dateText = (at: Instant, zone: string): string => long(zone).format(new Date(at));

/** A version as people read it: its day, and its number where there is more than one of that day. */
export const versionText = (version: string): string => {
	// The first part is the effective date: rule F2 holds every version to it.
	const [on = '', number] = version.split('.');
	return `${dayText(on as PlainDate)}${number ? ` (no. ${number})` : ''}`;
};

/** A calendar entry of a whole day, as an address that a link can offer without a request. */
export const calendarFile = (title: string, on: PlainDate): string => {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//noticekeeper//receipt//EN',
		'BEGIN:VEVENT',
		`UID:${on}-${title.replace(/\W+/g, '-').toLowerCase()}@noticekeeper`,
		`DTSTAMP:${on.replaceAll('-', '')}T000000Z`,
		`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`,
		`SUMMARY:${title.replace(/[,;\\]/g, (sign) => `\\${sign}`)}`,
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	];
	return `data:text/calendar;charset=utf-8,${encodeURIComponent(lines.join('\r\n'))}`;
};
