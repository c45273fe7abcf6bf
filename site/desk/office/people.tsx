import { useState } from 'preact/hooks';
import { DeedButton } from '../deed-button.tsx';
import { Desk, useDesk } from '../frame.tsx';
import { Lines } from '../lines.tsx';
import { Moment, ZoneNote } from '../moment.tsx';
import { Look } from '../screen.tsx';
import { roleWords } from '../words.ts';
import { endSessions, type Person, people, removePerson } from './operations.ts';
import { Add, changing, nameOf, OtherRole } from './person-forms.tsx';

const needs = 'staff:read';

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
			<DeedButton {...changing} deed={endSessions} id={person.id} label="Sign out" of={of} onDone={again} />
			<DeedButton
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
