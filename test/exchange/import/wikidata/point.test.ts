import { expect, test } from 'vitest';
import { readPoint } from '../../../../src/exchange/import/wikidata/point.js';

test.each([
  ['Point(112.5 -7.98)', { latitude: -7.98, longitude: 112.5 }],
  ['POINT (112.5 -7.98)', { latitude: -7.98, longitude: 112.5 }],
  ['<http://www.wikidata.org/entity/Q2> Point(-122.332 47.606)', { latitude: 47.606, longitude: -122.332 }],
  ['Point(1.1E2 5.0e-3)', { latitude: 0.005, longitude: 110 }],
  ['Point(180 -90)', { latitude: -90, longitude: 180 }],
])('%s has its longitude first', (text, value) => {
  expect(readPoint(text)).toEqual({ value });
});

test.each([
  ['<http://www.wikidata.org/entity/Q405> Point(23.47 0.67)', 'it is not on Earth'],
  ['Point(-7.98 112.5)', 'no place is there: latitude is -90 to 90, longitude -180 to 180'],
  ['Point(181 0)', 'no place is there: latitude is -90 to 90, longitude -180 to 180'],
  ['-7.98, 112.5', 'it is no point'],
  ['Point(112.5)', 'it is no point'],
  ['Point(1.2.3 4)', 'it is no point'],
  ['t12', 'it is no point'],
])('%s is no location: %s', (text, reason) => {
  expect(readPoint(text)).toEqual({ reason, remedy: expect.stringContaining('P625') });
});
