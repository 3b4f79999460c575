// A slug addresses one place. The other properties are those that lists filter and order by.

CREATE CONSTRAINT place_slug IF NOT EXISTS FOR (n:Place) REQUIRE n.slug IS UNIQUE;
CREATE INDEX place_slug_index IF NOT EXISTS FOR (n:Place) ON (n.slug);
CREATE INDEX place_kind_index IF NOT EXISTS FOR (n:Place) ON (n.kind);
CREATE INDEX place_sort_name_index IF NOT EXISTS FOR (n:Place) ON (n.sortName);
CREATE INDEX agreement_kind_index IF NOT EXISTS FOR (n:Agreement) ON (n.kind);
CREATE INDEX agreement_sort_name_index IF NOT EXISTS FOR (n:Agreement) ON (n.sortName);
CREATE INDEX stage_rank_index IF NOT EXISTS FOR (n:Stage) ON (n.rank);
CREATE INDEX stage_phase_index IF NOT EXISTS FOR (n:Stage) ON (n.phase);
CREATE INDEX event_date_effective_index IF NOT EXISTS FOR (n:Event) ON (n.dateEffective);
CREATE INDEX code_scheme_index IF NOT EXISTS FOR (n:Code) ON (n.scheme);
