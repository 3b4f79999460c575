// List: what a source says, by the thing that it speaks of.
MATCH (:Source {id: parent})<-[c:CITES]-(thing)
WITH thing.id + '#' + toString(c.position) AS id, thing.id AS key
