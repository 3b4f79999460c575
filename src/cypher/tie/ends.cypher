// Fragment, a predicate: whether the places `here` and `there` can be the ends of a tie that counts. A
// country that stands for a party not yet chosen is no end of a tie.
// Parameters: placeKinds, country, domestic (null: any)
here.kind <> 'COUNTRY' AND there.kind <> 'COUNTRY'
  AND ($placeKinds IS NULL OR (here.kind IN $placeKinds AND there.kind IN $placeKinds))
  AND ($country IS NULL OR here.country = $country OR there.country = $country)
  AND ($domestic IS NULL OR (here.country = there.country) = $domestic)
