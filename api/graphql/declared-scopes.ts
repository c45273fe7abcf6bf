import SchemaBuilder, {
	BasePlugin,
	type PothosOutputFieldConfig,
	PothosSchemaError,
	type SchemaTypes,
} from '@pothos/core';

const pluginName = 'declaredScopes';

declare global {
	namespace PothosSchemaTypes {
		// The names are those that Pothos merges its plugins by.
		interface Plugins<Types extends SchemaTypes> {
			declaredScopes: DeclaredScopesPlugin<Types>;
		}
	}
}

/** Denies by default: a schema with a field that says nothing of who may read it cannot be built. */
export class DeclaredScopesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
	override onOutputFieldConfig(config: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
		if (!config.pothosOptions.authScopes) {
			throw new PothosSchemaError(`${config.parentType}.${config.name} declares no authScopes`);
		}
		return config;
	}
}

SchemaBuilder.registerPlugin(pluginName, DeclaredScopesPlugin);

export const declaredScopes: typeof pluginName = pluginName;
