import { Command } from 'commander';
import { isRole, ROLES, ROLES_IN_ORDER, type Role } from '../../domain/access/roles.js';
import { BadInputError } from '../../domain/errors.js';
import { hashOfToken, newStaticToken } from '../../http/access/static-token.js';
import { endOf, isDay, isPlaceId, isTokenName, NAME_ACCEPTED, type TokenEntry } from '../../http/access/token-entries.js';
import { inWords } from './entry-words.js';
import { entriesAsText, TokensFile, tokensFileNamed } from './tokens-file.js';

interface Options {
  readonly name: string;
  readonly role: string;
  readonly within?: readonly string[];
  readonly expires?: string;
  readonly file?: string;
}

const HELP = `
The token goes to the standard output, once, and is not kept: only its SHA-256 is, from which nobody can tell it. All else
is told on the standard error. Without --file and TOKENS_FILE the entry is told, to be put into the file of the server.

Roles, each of which may also do what those before it may:
${ROLES_IN_ORDER.map((role) => `  ${role.padEnd(8)} ${ROLES[role]}`).join('\n')}

  kembar token create --name jatim --role editor --within place:id-ji --expires 2027-12-31 --file tokens.yaml
  TOKENS_FILE=tokens.yaml kembar serve
  KEMBAR_TOKEN=kembar_… kembar ask CountryMatrix --server http://127.0.0.1:4000

A running server reads the file again by itself. docs/access.md tells what each role may do.`;

/** `kembar token create`: makes a token for somebody, and keeps its hash. */
export function createTokenCommand(print: (line: string) => void): Command {
  return new Command('create')
    .description('Make a token for somebody, and put its hash into the file of tokens.')
    .requiredOption('--name <name>', 'how they are called, also in the history of changes: small letters, digits and hyphens')
    .requiredOption('--role <role>', `what they may do: ${ROLES_IN_ORDER.join(', ')}`)
    .option(
      '--within <place...>',
      'ids of the places that an editor is limited to, such as place:id-ji; left out: no limit',
      (id: string, ids: string[] = []) => [...ids, id],
    )
    .option('--expires <day>', 'the last day on which it is accepted (UTC), such as 2027-12-31; left out: it has no end')
    .option('--file <file>', 'the file of tokens, which is made if it is not there; left out: that of TOKENS_FILE')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const described = checked(options);
      const token = newStaticToken();
      const { name, ...rest } = described;
      const entry: TokenEntry = { name, sha256: hashOfToken(token).toString('hex'), ...rest };
      const file = tokensFileNamed(options.file);
      if (file !== null) {
        const tokens = await TokensFile.open(file);
        if (tokens.entries.some((other) => other.name === name))
          throw new BadInputError(`--name "${name}" is taken in ${file}; choose another, or first kembar token revoke ${name}`);
        await tokens.add(entry);
      }
      tell(`A token for ${name}, ${inWords(entry)}. It is shown this once; whoever has it comes in.`);
      tell(file === null ? `To be put into the file of TOKENS_FILE:\n\n${entriesAsText([entry])}` : `Its hash is in ${file}.`);
      print(token);
    });
}

/** Throws `BadInputError`. */
function checked({ name, role, within, expires }: Options): Omit<TokenEntry, 'sha256'> {
  if (!isTokenName(name)) throw new BadInputError(`--name is "${name}". It ${NAME_ACCEPTED}.`);
  const wrong = within?.find((id) => !isPlaceId(id));
  if (wrong !== undefined) throw new BadInputError(`--within is "${wrong}". Accepted are ids of places, such as place:id-ji.`);
  if (within !== undefined && role !== 'editor') throw new BadInputError(`--within limits an editor only; leave it out for --role ${role}`);
  if (expires !== undefined && !isDay(expires)) throw new BadInputError(`--expires is "${expires}". Accepted is a day such as 2027-12-31.`);
  if (expires !== undefined && Date.now() >= (endOf({ expires }) ?? 0)) throw new BadInputError(`--expires ${expires} has passed already`);
  return { name, role: roleNamed(role), ...(within && { within: [...within] }), ...(expires !== undefined && { expires }) };
}

function roleNamed(role: string): Role {
  if (!isRole(role)) throw new BadInputError(`--role is "${role}". Accepted are ${ROLES_IN_ORDER.join(', ')}.`);
  return role;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
