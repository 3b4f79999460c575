const LONGEST = 1000;

/** An address as the format takes it; null: it is none of a web page, or too long. */
export function webAddress(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  const isWritten = /^https?:\/\/[^\s/]+\S*$/i.test(trimmed) && trimmed.length <= LONGEST;
  return isWritten && URL.canParse(trimmed) ? trimmed : null;
}

/** The host of an address, as people call it. */
export function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/**
 * What is the same for all spellings of one address: http and https, with www and without, with a slash at the end and
 * without, and the place in the page that comes after #.
 */
export function sameAddress(address: string): string {
  const { hostname, port, pathname, search } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${port === '' ? '' : `:${port}`}${pathname.replace(/\/+$/, '')}${search}`;
}

/** The ways in which others may have spelled an address, itself among them. */
export function spellingsOf(address: string): string[] {
  const same = sameAddress(address);
  const at = /[?]/.exec(same)?.index ?? same.length;
  const [path, search] = [same.slice(0, at), same.slice(at)];
  const spellings = ['https://', 'http://'].flatMap((protocol) =>
    ['', 'www.'].flatMap((www) => ['', '/'].map((end) => `${protocol}${www}${path}${end}${search}`)),
  );
  return [...new Set([address, ...spellings])];
}
