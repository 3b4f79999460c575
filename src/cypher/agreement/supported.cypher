// Fragment, a predicate: whether a source that supports the agreement `a` is of one of the grades.
// Parameters: confidences = grades of citations (null: any)
EXISTS { MATCH (a)-[cited:CITES]->(:Source) WHERE cited.preferred AND cited.confidence IN $confidences }
