import { blockFieldSuggestionsPlugin } from '@escape.tech/graphql-armor-block-field-suggestions';
import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';

/** What a query may ask for; the figures pass every honest query and stop every known bomb. */
export const queryLimits = [
	maxTokensPlugin({ n: 1000 }),
	maxDepthPlugin({ n: 10, ignoreIntrospection: false, flattenFragments: true }),
	// The default list exempts `__typename`, a thousand of which are as costly as any other field.
	maxAliasesPlugin({ n: 15, allowList: [] }),
	maxDirectivesPlugin({ n: 5 }),
	costLimitPlugin({ maxCost: 5000, ignoreIntrospection: false, flattenFragments: true }),
	blockFieldSuggestionsPlugin(),
];
