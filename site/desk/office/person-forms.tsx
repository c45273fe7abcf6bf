import { useEffect, useRef } from 'preact/hooks';
import { access, type Role, roles, scopes, scopesOf } from '../../../schema/access/access.ts';
import { first } from '../../forms/values.ts';
import { Choices, type FormProps, TextField } from '../../islands/fields.tsx';
import { DeedForm } from '../deed-form.tsx';
import { roleWords } from '../words.ts';
import { addPerson, changeRole, type Person } from './operations.ts';

export const changing = { needs: 'staff:write', what: 'Changing who is of staff' } as const;

export const nameOf = ({ name, email }: Person) => name ?? email ?? 'nobody any more';

const rightsOf = (role: Role) =>
	scopesOf(role).length === scopes.length
		? 'May do everything.'
		: `May ${new Intl.ListFormat('en').format(scopesOf(role).map((scope) => access[scope].allows))}.`;

const RoleChoices = (fields: FormProps) => (
	<Choices
		{...fields}
		name="role"
		kind="radio"
		label="Role"
		choices={roles.map((role) => ({ value: role, label: roleWords[role], hint: rightsOf(role) }))}
	/>
);

interface OtherRoleProps {
	person: Person;
	done: () => void;
	leave: () => void;
}

/** Gives somebody another role. */
export const OtherRole = ({ person, done, leave }: OtherRoleProps) => {
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<section aria-labelledby="other-role">
			<h2 id="other-role" ref={heading} tabIndex={-1}>
				Another role for <bdi>{nameOf(person)}</bdi>
			</h2>
			<p>It holds at once.</p>
			<DeedForm
				{...changing}
				deed={changeRole}
				input={(values) => ({ id: person.id, role: first(values, 'role') })}
				button="Change the role"
				onDone={done}
			>
				{(fields) => <RoleChoices {...fields} values={{ role: [person.role] }} />}
			</DeedForm>
			<p>
				<button type="button" class="second" onClick={leave}>
					Leave it as it is
				</button>
			</p>
		</section>
	);
};

/** Adds somebody to staff. */
export const Add = ({ done }: { done: () => void }) => (
	<section aria-labelledby="add-person">
		<h2 id="add-person">Add somebody</h2>
		<p>They sign in with a link that is mailed to them. Nothing is sent now: tell them where the desk is.</p>
		<DeedForm
			{...changing}
			deed={addPerson}
			input={(values) => ({ name: first(values, 'name'), email: first(values, 'email'), role: first(values, 'role') })}
			button="Add"
			onDone={done}
		>
			{(fields) => (
				<>
					<TextField {...fields} name="name" label="Name" autocomplete="off" />
					<TextField {...fields} name="email" type="email" label="E-mail address" autocomplete="off" />
					<RoleChoices {...fields} values={{ role: ['HANDLER'] }} />
				</>
			)}
		</DeedForm>
	</section>
);
