/**
 * First-level codes of GeoNames whose subdivision was looked up by hand, with the code of ISO 3166-2: the crosswalk has
 * none for them, found it in a way that is not relied on (see subdivisions.ts), or (marked) has another one.
 */
export const SAME_SUBDIVISION: Readonly<Record<string, string>> = {
  'AR.07': 'AR-C', // marked: it has the province of Buenos Aires
  'AZ.19': 'AZ-GAD',
  'AZ.20': 'AZ-GA',
  'AZ.29': 'AZ-LAN', // marked: it has the city and the district of Lənkəran the other way round
  'AZ.30': 'AZ-LA',
  'AZ.61': 'AZ-XA',
  'AZ.65': 'AZ-XVD',
  'BA.01': 'BA-BIH',
  'BA.02': 'BA-SRP',
  'BD.81': 'BD-C',
  'BD.83': 'BD-E',
  'BD.86': 'BD-G',
  'BY.02': 'BY-HO',
  'BY.03': 'BY-HR',
  'CL.08': 'CL-LI',
  'CL.10': 'CL-MA',
  'CL.12': 'CL-RM',
  'CY.01': 'CY-04',
  'CZ.52': 'CZ-10',
  'CZ.78': 'CZ-64',
  'CZ.79': 'CZ-31',
  'CZ.81': 'CZ-41',
  'CZ.85': 'CZ-80',
  'CZ.87': 'CZ-32',
  'CZ.88': 'CZ-20',
  'DK.17': 'DK-84',
  'DK.18': 'DK-82',
  'FI.02': 'FI-19',
  'FI.05': 'FI-06',
  'FI.07': 'FI-16',
  'FI.11': 'FI-15',
  'HR.21': 'HR-21', // marked: it has the county around the city of Zagreb
  'HU.23': 'HU-VE', // marked: it has the city of Veszprém
  'IN.21': 'IN-OD',
  'IN.37': 'IN-CG',
  'IN.40': 'IN-TS',
  'IT.17': 'IT-32',
  'KG.08': 'KG-O', // marked: it has the city of Osh
  'KG.10': 'KG-GO',
  'KZ.12510144': 'KZ-33',
  'LU.LU': 'LU-LU', // marked: it has a district that is no more
  'LV.24': 'LV-077', // marked: it has the city of Rēzekne
  'LV.28': 'LV-097',
  'LV.DN': 'LV-112',
  'MA.11': 'MA-11',
  'ME.06': 'ME-06',
  'MN.20': 'MN-1',
  'MT.50': 'MT-50',
  'MX.30': 'MX-VER',
  'NG.11': 'NG-FC',
  'PE.LMA': 'PE-LMA', // marked: it has the region around Lima
  'PG.20': 'PG-NCD',
  'PH.15': 'PH-15',
  'PH.NCR': 'PH-00',
  'PL.73': 'PL-04',
  'PL.79': 'PL-16',
  'PL.84': 'PL-26',
  'QA.01': 'QA-DA',
  'RU.29': 'RU-KEM',
  'SA.05': 'SA-03',
  'SA.14': 'SA-02',
  'SI.D7': 'SI-133',
  'TW.02': 'TW-KHH',
  'TW.03': 'TW-NWT', // marked: it has Taipei, but what GeoNames puts there is in New Taipei around it
  'UA.13': 'UA-32', // marked: it has the city of Kyiv
  'UA.21': 'UA-59',
  'VN.79': 'VN-SG',
};

/** First-level codes of GeoNames for what is only a part of a subdivision that ISO has. */
export const WITHIN_SUBDIVISION: Readonly<Record<string, string>> = {
  'IQ.08': 'IQ-KR',
  'IQ.19': 'IQ-KR',
  'MG.11': 'MG-T',
  'MG.12': 'MG-T',
  'MG.26': 'MG-F',
  'MG.31': 'MG-A', // marked: it has Antsiranana
  'MG.54': 'MG-U',
  'MG.71': 'MG-D',
};
