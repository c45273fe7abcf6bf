import type { Promises } from '../../schema/notice/frontmatter.ts';
import { builder, open } from './builder.ts';
import { ChangeTermsType } from './change-terms.ts';
import { FurtherUseEnum } from './enums.ts';
import { ScopeType } from './scope.ts';
import {
	AutomatedDecisionsType,
	ChildrenType,
	ContactType,
	ControllerType,
	PurposeType,
	RecipientType,
	RequestFiguresType,
	SensitiveType,
} from './statement-parts.ts';

export const StatementsInterface = builder.interfaceRef<Promises>('Statements').implement({
	description: 'What a version states beside its categories and the promises to those who use their rights.',
	fields: (t) => ({
		controller: t.expose('controller', {
			type: ControllerType,
			authScopes: open,
			description: 'Who makes the promises.',
		}),
		contact: t.field({
			type: ContactType,
			nullable: true,
			authScopes: open,
			description: 'Whom to reach; null where the version names nobody.',
			resolve: ({ contact }) => contact ?? null,
		}),
		scope: t.field({
			type: ScopeType,
			nullable: true,
			authScopes: open,
			description: 'Whom and what it covers.',
			resolve: ({ scope }) => scope ?? null,
		}),
		coversMonths: t.exposeInt('coversMonths', {
			authScopes: open,
			description: 'How many months back the statements about categories look.',
		}),
		sensitive: t.field({
			type: SensitiveType,
			nullable: true,
			authScopes: open,
			description: 'Sensitive personal information.',
			resolve: ({ sensitive }) => sensitive ?? null,
		}),
		purposes: t.expose('purposes', { type: [PurposeType], authScopes: open, description: 'What data is used for.' }),
		furtherUses: t.expose('furtherUses', {
			type: [FurtherUseEnum],
			authScopes: open,
			description: 'Uses beside these.',
		}),
		recipients: t.expose('recipients', {
			type: [RecipientType],
			authScopes: open,
			description: 'To whom data may go.',
		}),
		soldForMoney: t.exposeBoolean('soldForMoney', {
			authScopes: open,
			description: 'Whether anything is sold for money; a sale in the wider sense of the law stands in `categories`.',
		}),
		children: t.field({
			type: ChildrenType,
			nullable: true,
			authScopes: open,
			description: 'Children.',
			resolve: ({ children }) => children ?? null,
		}),
		changeTerms: t.field({
			type: ChangeTermsType,
			nullable: true,
			authScopes: open,
			description: 'How the notice itself may change.',
			resolve: ({ changeTerms }) => changeTerms ?? null,
		}),
		automatedDecisions: t.field({
			type: AutomatedDecisionsType,
			nullable: true,
			authScopes: open,
			description: 'Decisions about people that a machine makes; null where the version says nothing of them.',
			resolve: ({ automatedDecisions }) => automatedDecisions ?? null,
		}),
		requestFigures: t.field({
			type: RequestFiguresType,
			nullable: true,
			authScopes: open,
			description: 'The yearly figures about requests; null where the version says nothing of them.',
			resolve: ({ requestFigures }) => requestFigures ?? null,
		}),
	}),
});
