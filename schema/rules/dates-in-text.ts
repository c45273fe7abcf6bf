import { en } from '../notice/labels-en.ts';
import { es } from '../notice/labels-es.ts';
import type { PlainDate } from '../time.ts';

const months = [en.months, es.months].map((names) => names.map((it) => it.toLowerCase()));

const monthOf = (name: string) => Math.max(...months.map((names) => names.indexOf(name.toLowerCase()))) + 1;

const name = [...en.months, ...es.months].join('|');

/** "April 19, 2024", "19 April 2024", "19 de abril de 2024", "2024-04-19". */
export const datePattern = `(?:(?:${name}) \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2} (?:de )?(?:${name}) (?:de )?\\d{4}|\\d{4}-\\d{2}-\\d{2})`;

const pad = (number: number | string) => String(number).padStart(2, '0');

/** The date that a text in one of those forms names. */
export const dateOf = (text: string): PlainDate => {
	if (/^\d{4}-/.test(text)) return text as PlainDate; // the form of a PlainDate
	const [year = ''] = /\d{4}$/.exec(text) ?? [];
	const [month = ''] = new RegExp(name, 'i').exec(text) ?? [];
	const [day = ''] = /\d{1,2}/.exec(text) ?? [];
	return `${year}-${pad(monthOf(month))}-${pad(day)}` as PlainDate; // put together in the form of a PlainDate
};
