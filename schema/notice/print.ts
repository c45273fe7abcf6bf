import type { Revision } from './frontmatter.ts';
import type { Labels } from './labels.ts';
import type { Flow, Phrasing } from './nodes.ts';
import { inlinePrinters } from './print-inline.ts';
import { listPrinters } from './print-lists.ts';
import { tablePrinters } from './print-tables.ts';

/** All that a component may print from. */
export interface PrintContext {
	/** Slug of the notice that is printed. */
	notice: string;
	/** IANA zone in which the notice's dates are read. */
	zone: string;
	/** The front matter, its phrases already in the language of `labels`. */
	revision: Revision;
	labels: Labels;
}

type Props = Readonly<Record<string, string>>;

/** One component: what it may be given, and what it prints; null where the front matter lacks what it would print. */
export type Printer = {
	/** Values of each prop; one with a default may be left out. */
	props: Readonly<Record<string, { values: readonly string[]; default?: string }>>;
	/** The front matter field that it prints. */
	field: string;
} & (
	| { display: 'inline'; print: (context: PrintContext, props: Props) => Phrasing[] | null }
	| { display: 'block'; print: (context: PrintContext, props: Props) => Flow[] | null }
);

/** What stands in a component's place, or why nothing can, in words for its author. */
export type Expansion =
	| { ok: true; display: 'inline'; nodes: Phrasing[] }
	| { ok: true; display: 'block'; nodes: Flow[] }
	| { ok: false; problem: string };

/** Every component that an editor may write, by name. */
export const printers: Readonly<Record<string, Printer>> = { ...inlinePrinters, ...listPrinters, ...tablePrinters };

const refuse = (problem: string): Expansion => ({ ok: false, problem });

const propsOf = (name: string, printer: Printer, given: Props): Props | string => {
	const unknown = Object.keys(given).find((key) => !(key in printer.props));
	if (unknown) return `<${name}> takes no '${unknown}'; remove it.`;
	const props: Record<string, string> = {};
	for (const [key, { values, default: fallback }] of Object.entries(printer.props)) {
		const value = given[key] ?? fallback;
		if (value === undefined || !values.includes(value)) {
			return `<${name}> expects ${key}="${values.join('" or "')}"${value ? `, found "${value}"` : ''}.`;
		}
		props[key] = value;
	}
	return props;
};

/** The nodes that a component prints, from nothing but its props and the context; page, hash and API all print these. */
export const expand = (name: string, given: Props, context: PrintContext): Expansion => {
	const printer = Object.hasOwn(printers, name) ? printers[name] : undefined;
	if (!printer) {
		return refuse(
			`<${name}> is not a component that a notice can use; it can use ${Object.keys(printers).join(', ')}.`,
		);
	}
	const props = propsOf(name, printer, given);
	if (typeof props === 'string') return refuse(props);
	const missing = `<${name}> prints ${printer.field}, which the front matter does not state; state it, or remove <${name}>.`;
	if (printer.display === 'inline') {
		const nodes = printer.print(context, props);
		return nodes ? { ok: true, display: 'inline', nodes } : refuse(missing);
	}
	const nodes = printer.print(context, props);
	return nodes ? { ok: true, display: 'block', nodes } : refuse(missing);
};
