import { contentRules } from './content-rules.ts';
import { eachVersion, flawAt, type Rule } from './rule.ts';

const acceptable = contentRules.filter((it) => it.id.startsWith('C')).map((it) => it.id);

/** What is accepted by name is a rule of content; a flaw of form has to be mended. */
export const f21Acceptances: Rule = {
	id: 'F21',
	level: 'error',
	citation: 'An acceptance of nothing hides that nothing was accepted.',
	check: (context) =>
		eachVersion(context, (draft) =>
			draft.version.accepts.flatMap(({ rule }, index) =>
				acceptable.includes(rule)
					? []
					: [
							flawAt(
								draft,
								['accepts', index, 'rule'],
								`'${rule}' is no rule of content. Name one of ${acceptable.join(', ')}, or remove the line.`,
							),
						],
			),
		),
};
