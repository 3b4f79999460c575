// Fragment, a predicate: whether the official `o` holds or held an office with one of the roles.
// Parameters: roles (null: any)
EXISTS { MATCH (o)-[:SERVED]->(:Tenure)-[:IN_OFFICE]->(office:Office) WHERE office.role IN $roles }
