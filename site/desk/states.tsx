import type { ComponentChildren } from 'preact';
import { access, type Role, type Scope } from '../../schema/access/access.ts';
import type { Outcome } from './client.ts';
import { roleWords } from './words.ts';

/** Where one signs in, and comes back from to this very page. */
export const signInAddress = (): string => `/auth/?returnTo=${encodeURIComponent(location.pathname + location.search)}`;

export const Waiting = () => (
	<p class="state" role="status">
		Loading…
	</p>
);

export const Empty = ({ children }: { children: ComponentChildren }) => <p class="state">{children}</p>;

/** What went wrong, and a button to try again; what is on the screen stays there. */
export const Unreachable = ({ again }: { again: () => void }) => (
	<div class="state wrong" role="alert">
		<p>We have had no answer from the server. Nothing is lost.</p>
		<button type="button" class="second" onClick={again}>
			Try again
		</button>
	</div>
);

interface SignInBesideProps {
	/** Whether something is over, and not only asked for. */
	wrong?: boolean;
	again?: (() => void) | undefined;
	/** Why. */
	children: ComponentChildren;
}

/** Sends whoever must sign in to a new tab, so that what is on this page stays. */
const SignInBeside = ({ wrong = false, again, children }: SignInBesideProps) => (
	<div class={wrong ? 'state wrong' : 'state'} role="alert">
		<p>
			{children}{' '}
			<a href={signInAddress()} target="_blank" rel="noopener">
				sign in again in a new tab
			</a>
			, then come back.
		</p>
		<button type="button" class="second" onClick={again}>
			I have signed in
		</button>
	</div>
);

/** Nobody is signed in; where a session has ended, the page stays as it is, and one signs in beside it. */
export const SignedOut = ({ ended, again }: { ended?: boolean; again?: () => void }) =>
	ended ? (
		<SignInBeside wrong again={again}>
			You are signed out. What you entered is still here:
		</SignInBeside>
	) : (
		<div class="state">
			<p>The desk is for people of staff. You are not signed in.</p>
			<p>
				<a class="button" href={signInAddress()}>
					Sign in
				</a>
			</p>
		</div>
	);

/** What needs a recent sign-in; what is on the screen, and in its forms, stays there. */
export const StepUp = ({ what, again }: { what: string; again: () => void }) => (
	<SignInBeside again={again}>{what} needs a sign-in that is not older than 15 minutes:</SignInBeside>
);

const rolesWith = (scope: Scope) =>
	new Intl.ListFormat('en', { type: 'disjunction' }).format(access[scope].roles.map((role) => roleWords[role]));

/** Says plainly that a role may not do something, and whose may. */
export const NotPermitted = ({ needs, role }: { needs: Scope; role: Role }) => (
	<p class="state">
		This is for people who may {access[needs].allows}: {rolesWith(needs)}. You are signed in as {roleWords[role]}.
	</p>
);

/** Somebody else was faster: what is new is shown, and what was entered stays. */
export const Conflict = ({ children }: { children?: ComponentChildren }) => (
	<div class="state wrong" role="alert">
		<p>
			Somebody else has changed this since you opened it. Nothing of yours was saved. Look at what is new, then decide.
		</p>
		{children}
	</div>
);

/** What is said of an outcome that is no answer; nothing where it is one. */
export const Shortcoming = ({ outcome, again, what, needs, role }: ShortcomingProps) => {
	if (outcome.kind === 'answer') return null;
	if (outcome.kind === 'stepUp') return <StepUp what={what} again={again} />;
	if (outcome.kind === 'forbidden') return <NotPermitted needs={needs} role={role} />;
	if (outcome.kind === 'refusal') return <p class="state wrong">{outcome.refusal.message}</p>;
	return <Unreachable again={again} />;
};

interface ShortcomingProps {
	outcome: Outcome<unknown>;
	again: () => void;
	/** What was asked for, as the beginning of a sentence. */
	what: string;
	needs: Scope;
	role: Role;
}
