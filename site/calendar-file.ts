import type { PlainDate } from '../schema/time.ts';

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
