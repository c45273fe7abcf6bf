import { useState } from 'preact/hooks';
import { mannerWords } from '../request/words.ts';
import { dueWords, rightWords, statusWords, waitingWords } from '../words.ts';
import { addressOf, savedViews, saveViews, type View, viewOf } from './view.ts';

/** What the content has that requests can be under. */
export interface Places {
	notices: readonly { slug: string; title: string }[];
	regimes: readonly string[];
}

interface SelectProps {
	name: string;
	label: string;
	value: string | undefined;
	any: string;
	options: readonly (readonly [string, string])[];
}

const Select = ({ name, label, value = '', any, options }: SelectProps) => (
	<label class="filter">
		{label}
		<select name={name} value={value}>
			<option value="">{any}</option>
			{options.map(([option, words]) => (
				<option key={option} value={option}>
					{words}
				</option>
			))}
		</select>
	</label>
);

const stands = (view: View) => view.status ?? (view.open ? '' : 'all');

interface FiltersProps extends Places {
	view: View;
	change: (view: View) => void;
}

/** What is shown, chosen; each choice holds at once, and stands in the address. */
export const Filters = ({ view, change, notices, regimes }: FiltersProps) => {
	const read = (event: Event) => {
		// The handler is set on a form and on nothing else.
		const given = new FormData(event.currentTarget as HTMLFormElement);
		const search = new URLSearchParams([...given].map(([name, value]) => [name, String(value)]));
		if (search.get('status') === 'all') {
			search.delete('status');
			search.set('all', 'yes');
		}
		change(viewOf(search.toString()));
	};
	return (
		<form class="filters" aria-label="What is shown" onChange={read} onSubmit={(event) => event.preventDefault()}>
			<Select
				name="status"
				label="State"
				value={stands(view)}
				any="Open"
				options={[['all', 'All'], ...Object.entries(statusWords)]}
			/>
			<Select name="due" label="Due" value={view.due} any="Any time" options={Object.entries(dueWords)} />
			<Select
				name="waitingFor"
				label="Waiting for"
				value={view.waitingFor}
				any="Anybody"
				options={Object.entries(waitingWords)}
			/>
			<Select name="right" label="Right" value={view.right} any="All" options={Object.entries(rightWords)} />
			<Select name="manner" label="Came by" value={view.manner} any="Any way" options={Object.entries(mannerWords)} />
			<Select name="regime" label="Law" value={view.regime} any="All" options={regimes.map((it) => [it, it])} />
			<Select
				name="notice"
				label="Notice"
				value={view.notice}
				any="All"
				options={notices.map(({ slug, title }) => [slug, title])}
			/>
			<label class="filter">
				Order
				<select name="orderBy" value={view.orderBy}>
					<option value="DUE">Due date</option>
					<option value="RECEIVED">Receipt</option>
				</select>
			</label>
			{view.receivedFrom && <input type="hidden" name="receivedFrom" value={view.receivedFrom} />}
		</form>
	);
};

/** Views under names of one's own, kept in this browser. */
export const SavedViews = ({ view }: { view: View }) => {
	const [views, setViews] = useState(savedViews);
	const keep = (next: typeof views) => {
		saveViews(next);
		setViews(next);
	};
	const save = (event: SubmitEvent) => {
		event.preventDefault();
		const form = event.currentTarget as HTMLFormElement; // As above.
		const name = String(new FormData(form).get('name')).trim();
		if (!name) return;
		keep([...views.filter((it) => it.name !== name), { name, address: addressOf(view) }]);
		form.reset();
	};
	return (
		<details class="saved-views noprint">
			<summary>Saved views{views.length > 0 && ` (${views.length})`}</summary>
			<ul>
				{views.map(({ name, address }) => (
					<li key={name}>
						<a href={address}>
							<bdi>{name}</bdi>
						</a>{' '}
						<button type="button" class="link" onClick={() => keep(views.filter((it) => it.name !== name))}>
							Forget<span class="vh"> {name}</span>
						</button>
					</li>
				))}
			</ul>
			<form class="row" onSubmit={save}>
				<label>
					Name of this view <input name="name" maxLength={60} required />
				</label>
				<button type="submit" class="second">
					Save
				</button>
			</form>
		</details>
	);
};
