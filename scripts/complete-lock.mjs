// npm leaves optional packages for other platforms out of package-lock.json when the registry at hand
// does not have them, and `npm ci` then refuses the lock everywhere. This adds the missing entries, by
// name and version as their parents ask for them. Run it after any change of dependencies:
//   npm run lock:complete
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** The entries that a lock lacks: optional dependencies named after a platform. */
export function missingEntries(lock) {
  const present = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  const missing = {};
  for (const entry of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const words = name.split('/').at(-1).split('-');
      const os = words.find((word) => SYSTEMS.includes(word));
      const cpu = words.find((word) => PROCESSORS.includes(word));
      if (present.has(name) || os === undefined || cpu === undefined) continue;
      const libc =
        os !== 'linux'
          ? null
          : words.some((word) => word.startsWith('musl'))
            ? 'musl'
            : words.some((word) => word.startsWith('gnu'))
              ? 'glibc'
              : null;
      missing[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(entry.dev && { dev: true }),
        ...(libc && { libc: [libc] }),
        optional: true,
        os: [os],
      };
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  const missing = missingEntries(lock);
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) =>
    one === '' ? -1 : other === '' ? 1 : one.localeCompare(other, 'en'),
  );
  writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added`);
}
