declare module 'edtf' {
  /** Parses an EDTF text; `min` and `max` are epoch milliseconds, infinite where an end is open. Throws on a syntax error. */
  export default function edtf(text: string): { readonly type: string; readonly min: number; readonly max: number };
}
