// Preloaded by every npm script: says in one French sentence that Node is too old, before any syntax that an old Node cannot read.
// Plain JavaScript that Node 16 understands; the `node` package in devDependencies normally provides the right version.
const REQUIRED_MAJOR = 26;

if (Number.parseInt(process.versions.node, 10) < REQUIRED_MAJOR) {
  process.stderr.write(
    `Trame a besoin de Node ${REQUIRED_MAJOR} et s’exécute ici sous Node ${process.versions.node}\u00a0: ` +
      'relancez «\u202fnpm ci\u202f» sans «\u202f--ignore-scripts\u202f», ' +
      'qui installe la bonne version (le paquet «\u202fnode\u202f»), ' +
      'puis passez par «\u202fnpm start\u202f» ou «\u202fnpx\u202f».\n',
  );
  process.exit(2);
}
