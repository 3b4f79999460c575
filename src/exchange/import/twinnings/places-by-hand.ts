/**
 * Places of the table that were looked up by hand, by their ids there, with the key of the place that they are: the
 * table knows no code for them, takes them for something else, or puts them elsewhere. Null: a place of its own.
 */
export const PLACES_BY_HAND: Readonly<Record<string, string | null>> = {
  // First-level subdivisions and municipalities that are not marked as such.
  'w:br:alagoas': 'br-al',
  'w:ca:prince-edward-island': 'ca-pe',
  'w:dk:central-denmark-region': 'dk-82',
  'w:ee:jogeva-county': 'ee-50',
  'w:ee:laane-viru-county': 'ee-60',
  'w:ee:saaremaa': 'ee-714',
  'w:ee:tartu-parish': 'ee-796',
  'w:ee:viljandi-county': 'ee-84',
  'w:fm:pohnpei': 'fm-pni',
  'w:hu:pest-county': 'hu-pe',
  'w:hu:veszprem-county': 'hu-ve',
  'w:ke:uasin-gishu': 'ke-44',
  'w:kr:south-chungcheong': 'kr-44',
  'w:kz:akmola-region': 'kz-11',
  'w:mk:aerodrom-skopje': 'mk-801',
  'w:mk:centar-skopje': 'mk-814',
  'w:mk:karpos-skopje': 'mk-808',
  'w:mk:skopje-aerodrom': 'mk-801',
  'w:mk:skopje-centar': 'mk-814',
  'w:mk:skopje-karpos': 'mk-808',
  'w:mn:selenge': 'mn-049',
  'w:mn:uvs': 'mn-046',
  'w:no:vestfold-og-telemark': 'no-38',
  'w:pl:pomeranian-voivodeship': 'pl-22',
  'w:ru:moscow-oblast': 'ru-mos',
  'w:sr:commewijne': 'sr-cm',
  'w:sr:marowijne': 'sr-ma',
  'w:tw:hsinchu-county': 'tw-hsq',
  'w:tw:hualien-county': 'tw-hua',
  'w:tw:penghu': 'tw-pen',
  'w:vn:ba-ria-vung-tau': 'vn-43',
  'w:vn:binh-duong': 'vn-57',
  'w:vn:nghe-an': 'vn-22',
  'w:vn:quang-nam': 'vn-27',
  g785515: 'mk-706',
  g787072: 'mk-810',
  // A territory that ISO 3166-1 lists.
  'w:us:guam': 'gu',
  // Twinned with Astana: the authority of the new capital.
  'w:id:nusantara': 'id-otorita-ibu-kota-nusantara',
  // Twinned with Kupang: the one in the Northern Territory, not the suburb of Canberra.
  g8349170: 'au-palmerston',
  // In the list of Jakarta as al-Quds.
  g7303419: 'ps-jerusalem',
  // The county in Utah, not the state.
  'a:US.UT': null,
};
