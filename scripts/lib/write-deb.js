import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from './command.js'
import { homepage, maintainer, packageScripts, packageVersion } from './linux-description.js'
import { kibibytesOf } from './linux-files.js'
import { inRoot } from './places.js'

function controlOf(about, architecture, root) {
  const fields = {
    Package: about.name,
    Version: packageVersion,
    Architecture: architecture,
    Maintainer: maintainer,
    'Installed-Size': kibibytesOf(root),
    Depends: about.depends.join(', '),
    ...(about.recommends.length > 0 ? { Recommends: about.recommends.join(', ') } : {}),
    Conflicts: about.conflicts,
    Replaces: about.replaces,
    Section: about.section,
    Priority: 'optional',
    Homepage: homepage,
    Description: [about.summary, ...about.words].join('\n '),
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** Writes the deb of what `root` holds; resolves to its path. `quick` does not compress. */
export async function writeDeb(about, processor, root, folder, { quick }) {
  const control = join(root, 'DEBIAN')
  const text = controlOf(about, processor.deb, root)
  mkdirSync(control)
  writeFileSync(join(control, 'control'), text)
  for (const { deb: name, file } of packageScripts) {
    cpSync(inRoot(file), join(control, name))
    chmodSync(join(control, name), 0o755)
  }
  const deb = join(folder, `${about.name}_${packageVersion}_${processor.deb}.deb`)
  const squeeze = quick ? '-Znone' : '-Zxz'
  await mustRun('dpkg-deb', ['--root-owner-group', squeeze, '--build', root, deb])
  rmSync(control, { recursive: true })
  return deb
}
