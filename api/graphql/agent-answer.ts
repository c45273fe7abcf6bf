import { agentAnswerInput } from '../../schema/request/submission.ts';
import { answerAboutAgent } from '../service/agents.ts';
import { builder, open } from './builder.ts';
import { InputRejected } from './input-rejected.ts';
import { RefusedType } from './refusal.ts';
import { member } from './result.ts';

const AgentAnsweredType = builder.objectRef<{ authorised: boolean }>('AgentAnswered').implement({
	description: 'What the person acted for has said of the agent.',
	fields: (t) => ({
		authorised: t.exposeBoolean('authorised', { authScopes: open, description: 'Whether the agent may act.' }),
	}),
});

const AgentAnswerInput = builder
	.inputType('AgentAnswerInput', {
		description: 'What the person acted for says.',
		fields: (t) => ({
			token: t.string({ description: 'The last part of the link.' }),
			authorised: t.boolean({ description: 'Whether the agent may act.' }),
		}),
	})
	.validate(agentAnswerInput);

builder.mutationField('answerAboutAgent', (t) =>
	t.errorUnionField({
		types: [AgentAnsweredType, InputRejected, RefusedType],
		union: { name: 'AnswerAboutAgentResult', description: 'What came of saying whether an agent may act.' },
		authScopes: open,
		description:
			'Says, by the link of the letter to the person acted for, whether the agent may act; where not, the request is refused.',
		args: { input: t.arg({ type: AgentAnswerInput, description: 'The link, and the answer.' }) },
		resolve: async (_, { input }, context) => member('AgentAnswered', await answerAboutAgent(context, input)),
	}),
);
