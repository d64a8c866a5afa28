/** Permission bits, as facts about permissions hold them. */

export interface ModeBits {
  readonly mode: string
  readonly world_readable: boolean
  readonly world_writable: boolean
  readonly world_executable: boolean
  readonly setuid: boolean
  readonly setgid: boolean
}

export function modeBits(mode: number): ModeBits {
  return {
    mode: (mode & 0o7777).toString(8).padStart(4, '0'),
    world_readable: (mode & 0o004) !== 0,
    world_writable: (mode & 0o002) !== 0,
    world_executable: (mode & 0o001) !== 0,
    setuid: (mode & 0o4000) !== 0,
    setgid: (mode & 0o2000) !== 0,
  }
}
