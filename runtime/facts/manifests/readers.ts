/** Which file names packages, by its name. Readers of larger formats are loaded when the first such file is met. */
import type { ManifestReader } from './manifest.ts'

interface Row {
  readonly names: RegExp
  readonly load: () => Promise<ManifestReader>
}

const python = () => import('./python-projects.ts')
const others = () => import('./other-ecosystems.ts')
const locks = () => import('./locks.ts')

const rows: readonly Row[] = [
  {
    names: /^(?:.*[-_.])?(?:requirements?|constraints)(?:[-_.].*)?\.(?:txt|in|pip|lock)$/i,
    load: async () => (await import('./requirements.ts')).readRequirements,
  },
  { names: /^pyproject\.toml$/, load: async () => (await python()).readPyproject },
  { names: /^setup\.py$/, load: async () => (await import('./setup-py.ts')).readSetupPy },
  { names: /^setup\.cfg$/, load: async () => (await python()).readSetupCfg },
  { names: /^pipfile$/i, load: async () => (await python()).readPipfile },
  { names: /^(poetry|uv|pdm)\.lock$/, load: async () => (await locks()).readPackageTables('pypi') },
  { names: /^pipfile\.lock$/i, load: async () => (await locks()).readPipfileLock },
  { names: /^package\.json$/, load: async () => (await others()).readPackageJson },
  { names: /^(package-lock|npm-shrinkwrap)\.json$/, load: async () => (await locks()).readPackageLock },
  { names: /^yarn\.lock$/, load: async () => (await locks()).readYarnLock },
  { names: /^pnpm-lock\.yaml$/, load: async () => (await locks()).readPnpmLock },
  { names: /^go\.mod$/, load: async () => (await others()).readGoMod },
  { names: /^go\.sum$/, load: async () => (await locks()).readGoSum },
  { names: /^Cargo\.toml$/i, load: async () => (await others()).readCargoToml },
  { names: /^Cargo\.lock$/i, load: async () => (await locks()).readPackageTables('cargo') },
  { names: /^(Gemfile|gems\.rb)$/, load: async () => (await others()).readGemfile },
  { names: /^(Gemfile|gems)\.lock$/, load: async () => (await locks()).readGemfileLock },
]

export const isManifest = (name: string): boolean => rows.some(({ names }) => names.test(name))

export async function readerOf(name: string): Promise<ManifestReader | undefined> {
  return rows.find(({ names }) => names.test(name))?.load()
}
