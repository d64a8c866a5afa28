/** How Python's packages come to be installed, and where the commands begin that they bring. */
import { baseName } from '../commands/evaluate.ts'

/** Files that make a folder a project which can be installed. */
export const projectFiles: readonly string[] = ['pyproject.toml', 'setup.py', 'setup.cfg']

export const isProjectFile = (path: string): boolean => projectFiles.includes(baseName(path))

/** Modules of a package whose `main` a command of it calls, as people name them, in the order in which they are looked for. */
export const commandModules: readonly string[] = ['cli.py', 'main.py', 'app.py']
