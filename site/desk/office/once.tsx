/** A secret that the API shows once. */
export const ShownOnce = ({ what, secret, done }: { what: string; secret: string; done: () => void }) => (
	<section class="receipt" aria-label={what} role="status">
		<p>{what}. Copy it now: it is shown this once, and nobody can look it up.</p>
		<p class="bigcode">{secret}</p>
		<button type="button" class="second" onClick={done}>
			I have it
		</button>
	</section>
);
