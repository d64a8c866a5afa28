/** The language of a file: by its name, or by the program that its first line names. */
import type { Language } from '../extractor.ts'
import { words } from './words.ts'

interface LanguageRow {
  readonly language: Language
  readonly extensions: ReadonlySet<string>
  /** Whole names, in lower case. */
  readonly names?: ReadonlySet<string>
  /** Programs of a `#!` line, without folder and version. */
  readonly interpreters?: ReadonlySet<string>
}

/** The first row that matches decides. */
const languageTable: readonly LanguageRow[] = [
  { language: 'python', extensions: words('py pyw pyi pyx ipynb'), interpreters: words('python pypy') },
  { language: 'javascript', extensions: words('js mjs cjs jsx'), interpreters: words('node') },
  { language: 'typescript', extensions: words('ts mts cts tsx') },
  {
    language: 'shell',
    extensions: words('sh bash zsh ksh dash ash'),
    names: words('.bashrc .bash_profile .profile .zshrc'),
    interpreters: words('sh bash zsh ksh dash ash'),
  },
  { language: 'markdown', extensions: words('md markdown mdown mkd mdx') },
  { language: 'restructuredtext', extensions: words('rst rest') },
  { language: 'xml', extensions: words('xml xsd xsl xslt svg plist csproj pom') },
  {
    language: 'json',
    extensions: words('json jsonc json5 jsonl ndjson geojson'),
    names: words('.prettierrc .eslintrc'),
  },
  { language: 'yaml', extensions: words('yaml yml'), names: words('.clang-format .yamllint') },
  { language: 'toml', extensions: words('toml'), names: words('pipfile') },
  {
    language: 'dockerfile',
    extensions: words('dockerfile containerfile'),
    names: words('dockerfile containerfile'),
  },
  {
    language: 'ini',
    extensions: words(`ini cfg conf cnf config properties env desktop
      service socket timer mount automount target path slice`),
    names: words(`.env .secret .secrets .credentials .flake8 .pylintrc .coveragerc .npmrc .pypirc .editorconfig
      .gitconfig .gitmodules`),
  },
  {
    language: 'text',
    extensions: words('txt text adoc asciidoc org log csv tsv pem crt key pub in mk cron crontab'),
    names:
      words(`.gitignore .gitattributes .gitkeep .dockerignore crontab makefile gnumakefile readme license licence copying
      copyright notice authors contributors maintainers changelog changes history news security todo codeowners version`),
  },
]

/** Languages that nothing is extracted from, but whose files are code. */
const otherCode =
  words(`ada asm awk bat c cc clj cmd cpp cs csh css cxx dart el erl ex exs fish fs go groovy h hh hpp hs html htm java
  jl kt kts less lua m ml mm nim nu pas php pl pm ps1 psm1 r rb rego rs sass scala scss sql svelte swift tcl tcsh tf v vb vue wat
  xonsh zig`)

const binary =
  words(`7z a avi bin bmp bz2 class dat db dll dylib eot exe gif gz ico jar jpeg jpg lz4 mo mov mp3 mp4 o obj
  odt otf pdf png pyc pyd pyo rar so sqlite sqlite3 tar tgz tif tiff ttf war wasm wav webm webp whl woff woff2 xls xlsx xz
  zip zst`)

/** What a template's name ends in before it is copied and filled in. */
const templateSuffix = /^(.+)\.(example|sample|template|tmpl|tpl|dist|j2|jinja2?|mustache)$/i

/** `undefined` where the name tells nothing. A template has the language of what it becomes. */
export function languageByName(name: string): Language | undefined {
  const lower = name.toLowerCase()
  const extension = extensionOf(name)
  const row = languageTable.find(({ names, extensions }) => names?.has(lower) || extensions.has(extension))
  if (row !== undefined) return row.language
  if (otherCode.has(extension) || binary.has(extension)) return 'other'
  const stem = templateSuffix.exec(name)?.[1]
  if (stem !== undefined) return languageByName(stem) ?? 'text'
  // `Dockerfile.dev`, `.env.production`: what follows is no extension but a variant.
  // `Dockerfile-python` too, with its capital: `dockerfile-lint` is a program.
  const variant =
    /^(dockerfile|containerfile|\.env)\./.exec(lower)?.[1] ?? /^(Dockerfile|Containerfile)[-_]/.exec(name)?.[1]
  return variant === undefined ? undefined : languageByName(variant)
}

/** Of `#!/bin/bash` and of `#!/usr/bin/env -S NAME=value python3 -u` alike; `undefined` where there is no such line. */
export function languageByFirstLine(text: string): Language | undefined {
  const parts = /^#![ \t]*([^\r\n]*)/.exec(text)?.[1]?.split(/[ \t]+/) ?? []
  const programs = parts.map((part) => part.slice(part.lastIndexOf('/') + 1))
  const named = programs[0] === 'env' ? programs.slice(1).find((part) => !/^-|=/.test(part)) : programs[0]
  const program = named?.replace(/[\d.]+$/, '') ?? ''
  return languageTable.find(({ interpreters }) => interpreters?.has(program))?.language
}

/** The languages that a first line can name. */
export const programLanguages: readonly Language[] = languageTable
  .filter(({ interpreters }) => interpreters !== undefined)
  .map(({ language }) => language)

/** What follows the last dot, in lower case; a name that starts with its only dot has none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

export const isOtherCode = (extension: string): boolean => otherCode.has(extension)

/**
 * A program, a page or a text to be read: no run keeps its data in one, whatever words its name has. A shell script may
 * be a list of settings.
 */
export function isProgramOrProse(name: string): boolean {
  const extension = extensionOf(name)
  return otherCode.has(extension) || written.some((language) => rowOf(language)?.extensions.has(extension) ?? false)
}

const written: readonly Language[] = ['python', 'javascript', 'typescript', 'markdown', 'restructuredtext']
const rowOf = (wanted: Language) => languageTable.find(({ language }) => language === wanted)

export const isBinaryExtension = (extension: string): boolean => binary.has(extension)
