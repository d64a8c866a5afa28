/**
 * Classifies the files: first all of them by their paths, then those that are opened once more by how they begin.
 */
import type { Language, ListedFile } from './extractor.ts'
import { parentOf } from './folder.ts'
import type { ListedEntry } from './list.ts'
import {
  generatedMarks,
  generatedNames,
  isBinaryExtension,
  isCodeExtension,
  languageByInterpreter,
  languageByName,
  languageTable,
  roleOf,
  vendoredFolders,
} from './roles.ts'

export interface ClassifiedFile extends ListedFile {
  readonly entry: ListedEntry
  /** Whether only the content can tell the language: a name without a known extension. */
  readonly open: boolean
  /** What the name says, or the content once it was looked at. */
  readonly binary: boolean
}

/** In the order of the entries. */
export function classifyByPath(entries: readonly ListedEntry[]): ClassifiedFile[] {
  const copies = foldersOfCopies(entries)
  return entries.map((entry) => {
    const name = entry.path.slice(entry.path.lastIndexOf('/') + 1)
    const extension = extensionOf(name)
    const language = languageByName(name, extension) ?? languageWithin(name)
    const binary = isBinaryExtension(extension)
    return {
      path: entry.path,
      rootPath: entry.rootPath,
      name,
      extension,
      language: language ?? 'other',
      role: roleOf({ path: entry.path, name, extension, language: language ?? 'other' }),
      vendored: vendoredFolders.test(entry.path) || isBelow(entry.path, copies),
      generated: generatedNames.test(entry.path),
      entry,
      open: language === undefined && !binary && !isCodeExtension(extension) && entry.type === 'file',
      binary,
    }
  })
}

/** With what the first bytes of the file say; `text` is undefined where they are no text. */
export function classifyByStart(file: ClassifiedFile, text: string | undefined): ClassifiedFile {
  if (text === undefined) return { ...file, binary: true, open: false }
  const classified = file.open ? inLanguage(file, languageOfFirstLine(text) ?? 'text') : file
  return {
    ...classified,
    generated: file.generated || isGenerated(classified, text),
    binary: false,
    open: false,
  }
}

/** What a file may turn out to be: itself, or where only its content can tell, one for each language. */
export function possibilities(file: ClassifiedFile): readonly ClassifiedFile[] {
  if (!file.open) return [file]
  const programs = languageTable.filter(({ interpreters }) => interpreters).map(({ language }) => language)
  return [...programs, 'text' as const].map((language) => inLanguage(file, language))
}

const inLanguage = (file: ClassifiedFile, language: Language): ClassifiedFile => ({
  ...file,
  language,
  role: roleOf({ ...file, language }),
})

/** What follows the last dot, in lower case; a name that starts with its only dot has none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** A template is written in the language of what it becomes: `config.yaml.example` is YAML. */
function languageWithin(name: string): Language | undefined {
  const inner = /^(.+)\.(example|sample|template|tmpl|tpl|dist|j2|jinja2?|mustache|bak|orig|old)$/i.exec(name)?.[1]
  return inner === undefined ? undefined : (languageByName(inner, extensionOf(inner)) ?? 'text')
}

/** `#!/usr/bin/env -S python3 -u` and `#!/bin/bash` alike. */
function languageOfFirstLine(text: string): Language | undefined {
  const words = /^#![ \t]*([^\r\n]*)/.exec(text)?.[1]?.split(/[ \t]+/) ?? []
  const programs = words.map((word) => word.slice(word.lastIndexOf('/') + 1))
  const program = programs[0] === 'env' ? programs.slice(1).find((word) => !/^-|=/.test(word)) : programs[0]
  return program === undefined ? undefined : languageByInterpreter(program.replace(/[\d.]+$/, ''))
}

const markLines = 20
const minifiedLine = 1000

function isGenerated({ language, role }: ClassifiedFile, text: string): boolean {
  if (role === 'documentation') return false
  const top = text.split('\n', markLines)
  const comments = top.filter((line) => /^\s*(#|\/\/|\/?\*|<!--|--|;|%|"{3}|'{3})/.test(line))
  if (generatedMarks.test(comments.join('\n'))) return true
  return (language === 'javascript' || language === 'typescript') && top.some((line) => line.length > minifiedLine)
}

/**
 * Folders that hold copies of packages, by what installers leave behind: a virtual environment has `pyvenv.cfg`, or its
 * `activate` script, in it; and a package's `.dist-info` lies beside the package, whatever the folder's name.
 */
function foldersOfCopies(entries: readonly ListedEntry[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const { path } of entries) {
    const environment = /^(.+)\/(pyvenv\.cfg|(bin|scripts)\/activate(\.[a-z0-9]+)?)$/i.exec(path)?.[1]
    if (environment !== undefined) folders.add(environment)
    const packages = /^(.+)\/[^/]+\.dist-info\//.exec(path)?.[1]
    if (packages !== undefined) folders.add(packages)
  }
  return folders
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) if (folders.has(folder)) return true
  return false
}
