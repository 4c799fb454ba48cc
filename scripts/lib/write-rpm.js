import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun } from './command.js'
import { homepage, packageScripts, packageVersion } from './linux-description.js'
import { entriesUnder } from './linux-files.js'
import { inRoot } from './places.js'

// rpm hands its count of installed versions to a scriptlet as $1; the scripts know it beside dpkg's words.
const scriptlet = ({ rpm, file }) =>
  `${rpm}\nsh -s -- "$1" <<'END_OF_SCRIPT'\n${readFileSync(inRoot(file), 'utf8')}END_OF_SCRIPT\n`

/** Folders that are this package's alone, so that they go with it. */
const isOwnFolder = (path) => /\/modem-bench(?:-cli)?(?:\/|$)/.test(path)

function filesOf(root) {
  return [...entriesUnder(root)].flatMap(({ path, isFolder }) => {
    const installed = path.slice(root.length)
    if (isFolder) return isOwnFolder(installed) ? [`%dir "${installed}"`] : []
    return installed.endsWith('/chrome-sandbox')
      ? [`%attr(4755,root,root) "${installed}"`]
      : [`"${installed}"`]
  })
}

const specOf = (about, root) => `Name: ${about.name}
Version: ${packageVersion}
Release: 1
Summary: ${about.summary}
License: MIT
URL: ${homepage}
${about.requires.map((name) => `Requires: ${name}`).join('\n')}
Conflicts: ${about.conflicts}
AutoReqProv: no
%description
${about.words.join('\n')}
%install
mkdir -p %{buildroot}
cp -a "${root}/." %{buildroot}/
${packageScripts.map(scriptlet).join('')}%files
%defattr(-,root,root,-)
${filesOf(root).join('\n')}
`

/** Writes the rpm of what `root` holds; resolves to its path. `quick` hardly compresses. */
export async function writeRpm(about, processor, root, folder, { quick }) {
  const name = `${about.name}-${packageVersion}.${processor.rpm}.rpm`
  const work = mkdtempSync(join(tmpdir(), 'modem-bench-rpm-'))
  const define = (macro, value) => ['--define', `${macro} ${value}`]
  try {
    const spec = join(work, 'package.spec')
    writeFileSync(spec, specOf(about, root))
    await mustRun('rpmbuild', [
      ...['-bb', '--target', `${processor.rpm}-linux`, '--buildroot', join(work, 'root')],
      ...define('_topdir', work),
      ...define('_rpmdir', folder),
      ...define('_rpmfilename', name),
      ...define('_build_id_links', 'none'),
      // Nothing is stripped, compiled or renamed: what was tested is what is packed.
      ...define('__os_install_post', '%{nil}'),
      ...define('_binary_payload', quick ? 'w1.gzdio' : 'w6.xzdio'),
      spec,
    ])
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return join(folder, name)
}
