import type { Category } from '../../schema/notice/frontmatter.ts';
import { labelsOf } from '../../schema/notice/labels.ts';
import type { Edition } from '../../schema/notice/model.ts';
import { builder, open } from './builder.ts';
import { AnswerEnum } from './enums.ts';
import { editionIn } from './lookup.ts';
import { localeArg, NoticeVersionType } from './refs.ts';

interface CategoryOf {
	edition: Edition;
	category: Category;
}

const recipients = ({ edition }: CategoryOf, keys: readonly string[]) =>
	keys.map((key) => edition.promises.recipients.find((it) => it.key === key)?.label ?? key);

const CategoryStatementType = builder.objectRef<CategoryOf>('CategoryStatement').implement({
	description: 'What a version states about one category of personal information.',
	fields: (t) => ({
		key: t.string({
			authScopes: open,
			description: 'The category, such as `geolocation`.',
			resolve: ({ category }) => category.key,
		}),
		label: t.string({
			authScopes: open,
			description: 'The category as the page names it.',
			resolve: ({ edition, category }) => category.label ?? labelsOf(edition.locale).categories[category.key],
		}),
		collected: t.field({
			type: AnswerEnum,
			authScopes: open,
			description: 'Whether it is collected.',
			resolve: ({ category }) => category.collected,
		}),
		examples: t.string({
			nullable: true,
			authScopes: open,
			description: 'What is meant.',
			resolve: ({ category }) => category.examples ?? null,
		}),
		sources: t.stringList({
			authScopes: open,
			description: 'Where it comes from.',
			resolve: ({ category }) => category.sources,
		}),
		purposes: t.stringList({
			authScopes: open,
			description: 'What it is used for: keys of `commitments.purposes`.',
			resolve: ({ category }) => category.purposes,
		}),
		retention: t.string({
			nullable: true,
			authScopes: open,
			description: 'How long it is kept, or what decides that; null where the version does not say.',
			resolve: ({ category }) => category.retention ?? null,
		}),
		disclosed: t.field({
			type: AnswerEnum,
			authScopes: open,
			description: 'Whether it is disclosed for a business purpose.',
			resolve: ({ category }) => category.disclosed.answer,
		}),
		disclosedAs: t.string({
			nullable: true,
			authScopes: open,
			description: 'How the list of what is disclosed names it, where that is not its label.',
			resolve: ({ category }) => category.disclosed.says ?? null,
		}),
		disclosedTo: t.stringList({
			authScopes: open,
			description: 'To whom it is disclosed.',
			resolve: (parent) => recipients(parent, parent.category.disclosed.to),
		}),
		soldOrShared: t.field({
			type: AnswerEnum,
			authScopes: open,
			description: 'Whether it is sold or shared, as the law uses these words.',
			resolve: ({ category }) => category.soldOrShared.answer,
		}),
		soldOrSharedAs: t.string({
			nullable: true,
			authScopes: open,
			description: 'How the list of what is sold or shared names it, where that is not its label.',
			resolve: ({ category }) => category.soldOrShared.says ?? null,
		}),
		soldOrSharedTo: t.stringList({
			authScopes: open,
			description: 'To whom it is sold, or with whom shared.',
			resolve: (parent) => recipients(parent, parent.category.soldOrShared.to),
		}),
	}),
});

builder.objectField(NoticeVersionType, 'categories', (t) =>
	t.field({
		type: [CategoryStatementType],
		authScopes: open,
		description: 'What the version states about each category of personal information.',
		args: { locale: t.arg.string(localeArg) },
		resolve: (parent, { locale }) => {
			const edition = editionIn(parent, locale);
			return edition.promises.categories.map((category) => ({ edition, category }));
		},
	}),
);
