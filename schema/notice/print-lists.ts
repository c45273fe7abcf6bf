import type { Category } from './frontmatter.ts';
import type { Labels } from './labels.ts';
import { bullets, type Flow, letters, link, type Phrasing, text } from './nodes.ts';
import type { PrintContext, Printer } from './print.ts';

type Make = (context: PrintContext, props: Readonly<Record<string, string>>) => Phrasing[][] | undefined;

/** A component that prints a list; an empty one counts as not stated, since an empty list says nothing. */
const listPrinter = (field: string, make: Make, list = bullets, props: Printer['props'] = {}): Printer => ({
	display: 'block',
	props,
	field,
	print: (context, given): Flow[] | null => {
		const items = make(context, given);
		return items?.length ? [list(items)] : null;
	},
});

const words = (items: readonly string[] | undefined) => items?.map((it) => [text(it)]);

/** The notice's own name of a category, or the usual one. */
export const categoryLabel = (category: Pick<Category, 'key' | 'label'>, labels: Labels): string =>
	category.label ?? labels.categories[category.key];

const flows =
	(kind: 'disclosed' | 'soldOrShared'): Make =>
	({ revision, labels }) => {
		const told = revision.categories.filter((it) => it[kind].answer !== 'no');
		const hedgesSome = new Set(told.map((it) => it[kind].answer)).size > 1;
		return told.map((category) => {
			const flow = category[kind];
			const hedge = hedgesSome && flow.answer === 'may' ? ` (${labels.answers.may.toLowerCase()})` : '';
			const to = flow.to.map((key) => revision.recipients.find((it) => it.key === key)?.label ?? key);
			const name = flow.says ?? categoryLabel(category, labels);
			return [text(`${name}${hedge}${to.length ? ` — ${labels.with(to.join(', '))}` : ''}`)];
		});
	};

/** A name, and where to turn for it. */
const referral = (what: string, labels: Labels, elsewhere?: string, referTo?: string): Phrasing[] => {
	if (elsewhere) return [text(`${what} — `), link(`/${elsewhere}/`, referTo ?? labels.see(`/${elsewhere}/`))];
	return [text(referTo ? `${what} — ${labels.see(referTo)}` : what)];
};

const populations: Make = ({ revision: { scope }, labels, notice }) =>
	scope?.populations.map(({ label, governedBy, referTo }) =>
		referral(label, labels, governedBy === notice ? undefined : governedBy, referTo),
	);

const telephone = (number: string) => link(`tel:${number.replace(/[^+\d]/g, '')}`, number);
const mail = (address: string) => link(`mailto:${address}`, address);
const form = (address: string, labels: Labels) => link(address, address.startsWith('/') ? labels.formHere : address);

const methods: Make = ({ revision: { commitments }, labels }) =>
	commitments?.methods.map(({ kind, value }) => {
		const how = { telephone, email: mail, form: (it: string) => form(it, labels), post: text }[kind];
		return [text(`${labels.methods[kind]}: `), how(value)];
	});

const contact: Make = ({ revision, labels }) => {
	const { email, telephone: number, post } = revision.contact ?? { post: [] };
	return [
		...(email ? [[text(`${labels.methods.email}: `), mail(email)]] : []),
		...(number ? [[text(`${labels.methods.telephone}: `), telephone(number)]] : []),
		...(post.length ? [[text(`${labels.methods.post}: ${post.join(', ')}`)]] : []),
	];
};

/** The components that print a list. */
export const listPrinters: Readonly<Record<string, Printer>> = {
	Purposes: listPrinter('purposes', ({ revision }) => words(revision.purposes.map((it) => it.text)), letters),
	FurtherUses: listPrinter('furtherUses', ({ revision, labels }) =>
		words(revision.furtherUses.map((it) => labels.furtherUses[it])),
	),
	Disclosed: listPrinter('categories[].disclosed', flows('disclosed')),
	SoldOrShared: listPrinter('categories[].soldOrShared', flows('soldOrShared')),
	Sensitive: listPrinter(
		'sensitive',
		({ revision: { sensitive }, labels }, { of }) =>
			words(sensitive?.[of === 'collected' ? 'collected' : 'listed'].map((it) => labels.sensitive[it])),
		bullets,
		{ of: { values: ['listed', 'collected'], default: 'listed' } },
	),
	Populations: listPrinter('scope.populations', populations),
	Excluded: listPrinter('scope.excluded', ({ revision: { scope }, labels }) =>
		scope?.excluded.map(({ what, see, referTo }) => referral(what, labels, see, referTo)),
	),
	AccessItems: listPrinter('commitments.accessItems', ({ revision: { commitments }, labels }) =>
		words(commitments?.accessItems.map((it) => labels.accessItems[it])),
	),
	DeletionGrounds: listPrinter('commitments.deletionGrounds', ({ revision: { commitments }, labels }) =>
		words(commitments?.deletionGrounds.map((it) => labels.deletionGrounds[it])),
	),
	DiscriminationActs: listPrinter('commitments.noDiscrimination', ({ revision: { commitments }, labels }) =>
		words(commitments?.noDiscrimination.map((it) => labels.discriminationActs[it])),
	),
	Methods: listPrinter('commitments.methods', methods),
	Contact: listPrinter('contact', contact),
	Agents: listPrinter('commitments.agents', ({ revision: { commitments }, labels }) =>
		words(commitments?.agents?.proofs.map((it) => labels.agentProofs[it])),
	),
	VerificationNeeds: listPrinter('commitments.verification.needs', ({ revision: { commitments }, labels }) =>
		words(commitments?.verification.needs.map((it) => labels.verificationNeeds[it])),
	),
	Reach: listPrinter('reach.categories', ({ revision, labels }) =>
		words(
			revision.reach?.categories.map((key) =>
				categoryLabel(revision.categories.find((it) => it.key === key) ?? { key }, labels),
			),
		),
	),
	Rights: listPrinter('commitments.rights', ({ revision: { commitments }, labels }) =>
		words(commitments?.rights.map((it) => labels.rights[it])),
	),
};
