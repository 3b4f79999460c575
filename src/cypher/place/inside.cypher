// Fragment, a predicate: whether the place `there` is a country or a province, or inside it.
// Parameters: within = id of a country or a province (null: anywhere)
($within IS NULL OR there.country = $within OR there.province = $within)
