import { useEffect, useRef, useState } from 'preact/hooks';
import { access, type Role, roles, scopes, scopesOf } from '../../../schema/access/access.ts';
import { first } from '../../forms/values.ts';
import { Choices, type FormProps, TextField } from '../../islands/fields.tsx';
import { ButtonDeed, DeedForm } from '../deed.tsx';
import { Desk, useDesk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { roleWords } from '../words.ts';
import { addPerson, changeRole, endSessions, type Person, people, removePerson } from './operations.ts';

const needs = 'staff:read';
const changing = { needs: 'staff:write', what: 'Changing who is of staff' } as const;

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

const nameOf = ({ name, email }: Person) => name ?? email ?? 'nobody any more';

export const People = () => (
	<Desk needs={needs}>
		<Look at={people} with={{}} needs={needs} what="The list of staff">
			{(list, again) => <Staff list={list} again={again} />}
		</Look>
	</Desk>
);

interface StaffProps {
	list: readonly Person[];
	again: () => void;
}

const Staff = ({ list, again }: StaffProps) => {
	const { viewer } = useDesk();
	const [changed, setChanged] = useState<Person | null>(null);
	const mayChange = viewer.scopes.includes('staff:write');
	const there = list.filter(({ removedAt }) => !removedAt);
	const done = () => {
		setChanged(null);
		again();
	};
	return (
		<>
			<Lines
				caption="People of staff"
				columns={['Name', 'Address', 'Role', 'Last signed in', ...(mayChange ? ['Change'] : [])]}
				lines={there.map((person) => ({
					key: person.id,
					cells: [
						<bdi key="name">{nameOf(person)}</bdi>,
						person.email,
						roleWords[person.role],
						person.lastSignedInAt ? <Moment key="at" at={person.lastSignedInAt} /> : 'never',
						<Changes key="do" person={person} again={again} onRole={() => setChanged(person)} />,
					],
				}))}
			/>
			<ZoneNote />
			{there.length < list.length && (
				<p class="hint">{list.length - there.length} were removed; their names are erased.</p>
			)}
			{changed ? (
				<OtherRole key={changed.id} person={changed} done={done} leave={() => setChanged(null)} />
			) : (
				mayChange && <Add done={done} />
			)}
		</>
	);
};

const Changes = ({ person, again, onRole }: { person: Person; again: () => void; onRole: () => void }) => {
	const of = `(${nameOf(person)})`;
	return (
		<span class="deeds">
			<button type="button" class="second small" onClick={onRole}>
				Role<span class="vh"> {of}</span>
			</button>
			<ButtonDeed {...changing} deed={endSessions} id={person.id} label="Sign out" of={of} onDone={again} />
			<ButtonDeed
				{...changing}
				deed={removePerson}
				id={person.id}
				label="Remove"
				of={of}
				sure="Name and address are erased. Sure?"
				onDone={again}
			/>
		</span>
	);
};

interface OtherRoleProps {
	person: Person;
	done: () => void;
	leave: () => void;
}

const OtherRole = ({ person, done, leave }: OtherRoleProps) => {
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

const Add = ({ done }: { done: () => void }) => (
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
