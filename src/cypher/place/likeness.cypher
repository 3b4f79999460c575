// Fragment, an expression: how like in size the place `p` is to a population: the smaller of the two as a part of
// the larger, 0 where one of them is not known.
// Parameters: population (null: not known)
CASE
  WHEN coalesce($population, 0) <= 0 OR coalesce(p.population, 0) <= 0 THEN 0.0
  WHEN p.population < $population THEN toFloat(p.population) / $population
  ELSE toFloat($population) / p.population
END
