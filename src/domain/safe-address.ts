const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether nobody on the way can read or change what goes to an address and comes from it: https, or http on this machine. One
 * that holds a user or a password is none, since addresses are logged and shown.
 */
export function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
}
