const text = { type: 'string', minLength: 1 };
const address = { type: 'string', format: 'uri' };
const author = {
	type: 'object',
	properties: { name: text, url: address, avatar: address },
	minProperties: 1,
};

/** JSON Feed 1.1 as its specification describes it, with our extension. */
export const jsonFeedSchema = {
	type: 'object',
	required: ['version', 'title', 'items'],
	properties: {
		version: { const: 'https://jsonfeed.org/version/1.1' },
		title: text,
		home_page_url: address,
		feed_url: address,
		description: text,
		language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
		authors: { type: 'array', items: author },
		items: {
			type: 'array',
			items: {
				type: 'object',
				required: ['id'],
				anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
				properties: {
					id: text,
					url: address,
					title: text,
					summary: text,
					content_text: text,
					content_html: text,
					date_published: { type: 'string', format: 'date-time' },
					tags: { type: 'array', items: text },
					_notice: {
						type: 'object',
						required: ['version', 'event', 'class', 'effectiveAt', 'sha256'],
						additionalProperties: { type: 'string' },
					},
				},
				additionalProperties: false,
			},
		},
	},
	additionalProperties: false,
};
