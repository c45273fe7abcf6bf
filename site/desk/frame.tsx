import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Scope } from '../../schema/access/access.ts';
import { ask as askApi, type Outcome } from './client.ts';
import { forgetInput } from './kept-input.ts';
import { Shortcuts } from './keys.tsx';
import { type DeskViewer, deskViewer } from './operations.ts';
import { NotPermitted, SignedOut, Unreachable, Waiting } from './states.tsx';
import { roleWords } from './words.ts';

interface DeskParts {
	viewer: DeskViewer;
	/** Asks the API; where it refuses because nobody is signed in any more, the frame says so and what was entered stays. */
	ask: typeof askApi;
}

const DeskContext = createContext<DeskParts | null>(null);

export const useDesk = (): DeskParts => {
	const parts = useContext(DeskContext);
	if (!parts) throw new Error('this stands outside the desk');
	return parts;
};

interface DeskProps {
	/** What the screen is for; whoever's role lacks it is told whose has it. */
	needs: Scope;
	children: ComponentChildren;
}

/** Around every screen: who is signed in, and what is said where nobody is, or where they may not see it. */
export const Desk = ({ needs, children }: DeskProps) => {
	const [viewer, setViewer] = useState<DeskViewer | null>(null);
	const [outcome, setOutcome] = useState<Outcome<DeskViewer | null> | null>(null);
	const look = useCallback(async () => {
		const found = await askApi(deskViewer, {});
		if (found.kind === 'answer' && found.answer) setViewer(found.answer);
		setOutcome(found);
	}, []);
	const ask: typeof askApi = useCallback(
		async (operation, variables) => {
			const answered = await askApi(operation, variables);
			if (answered.kind === 'forbidden' || answered.kind === 'stepUp') void look();
			return answered;
		},
		[look],
	);
	useEffect(() => void look(), [look]);
	if (!outcome) return <Waiting />;
	const isSignedOut = outcome.kind === 'answer' && !outcome.answer;
	if (!viewer) return isSignedOut ? <SignedOut /> : <Unreachable again={look} />;
	return (
		<DeskContext.Provider value={{ viewer, ask }}>
			<Who viewer={viewer} />
			{isSignedOut && <SignedOut ended again={look} />}
			{viewer.scopes.includes(needs) ? children : <NotPermitted needs={needs} role={viewer.role} />}
			<Shortcuts />
		</DeskContext.Provider>
	);
};

const Who = ({ viewer }: { viewer: DeskViewer }) => (
	<form class="who" method="post" action="/forms/sign-out/" onSubmit={forgetInput}>
		<span>
			<bdi>{viewer.name}</bdi>, {roleWords[viewer.role]}
		</span>
		<button type="submit" class="second small">
			Sign out
		</button>
	</form>
);
