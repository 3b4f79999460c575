const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;
const SPECIAL: Readonly<Record<number, string>> = { 10: 'sepuluh', 11: 'sebelas', 100: 'seratus', 1000: 'seribu' };

/** A name with its numbers in Indonesian words, which is how places are called: `Kab. 50 Kota` is Lima Puluh Kota. Null: it has none. */
export function withNumbersInWords(name: string): string | null {
  const written = name.replace(/(?<![\p{L}\p{N}])\d{1,4}(?![\p{L}\p{N}])/gu, (digits) => inWords(Number(digits)) ?? digits);
  return written === name ? null : written;
}

function inWords(number: number): string | null {
  const special = SPECIAL[number];
  if (special !== undefined || number > 99) return special ?? null;
  const [tens, ones] = [ONES[Math.floor(number / 10)] ?? '', ONES[number % 10] ?? ''];
  if (number < 10) return ones || null;
  return number < 20 ? `${ones} belas` : `${tens} puluh ${ones}`.trim();
}
