import { readFile, stat } from 'node:fs/promises'

/** The name of the group that may open a node (`dialout`, `uucp`), its number when it has no name; undefined without group rights. */
export async function groupOf(path: string): Promise<string | undefined> {
  const node = await stat(path).catch(() => undefined)
  // Group may read and write.
  if (!node || (node.mode & 0o060) !== 0o060) return undefined
  return groupName(await readFile('/etc/group', 'utf8').catch(() => ''), node.gid)
}

/** Looks a number up in the text of /etc/group. */
export function groupName(groups: string, gid: number): string {
  for (const line of groups.split('\n')) {
    const [name = '', , number] = line.split(':')
    if (Number(number) === gid && name !== '') return name
  }
  return String(gid)
}
