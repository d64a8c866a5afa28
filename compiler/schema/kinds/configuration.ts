/** Kinds for configuration of any format. */
import {
  boolean,
  choice,
  literal,
  number,
  optional,
  records,
  reference,
  references,
  type Shape,
  text,
  texts,
} from '../types.ts'
import { ecosystems } from '../values.ts'

export const configurationKinds = {
  setting: {
    about: 'A key and its value in a configuration file, or in one that documentation shows.',
    inFile: true,
    fields: {
      key: text('The key, with those above it joined by dots.', 'dotted'),
      value: optional(literal('Its value, unless it is longer than 2,000 characters.')),
      format: choice('How it is written.', ['assignment', 'json', 'yaml', 'toml', 'ini', 'properties', 'unit']),
      placeholder: boolean('Whether its value has to be filled in: nothing, a mask, a hole, an example.'),
    },
  },
  wazuh_rule: {
    about: 'A rule of a Wazuh rule set.',
    inFile: true,
    fields: {
      id: number('Its number.'),
      level: number('Its level.'),
      description: optional(text('Its description, variables expanded.')),
      description_fields: texts('The fields that its description shows.', 'description_field'),
      groups: texts('Its groups, with those around it.', 'group'),
      if_sids: texts('The rules of which one has to match first, by number.', 'if_sid'),
      if_groups: texts('The groups of which a rule has to match first.', 'if_group'),
      conditions: records('What the event has to hold.', 'condition'),
      options: texts('Its options, such as "no_full_log".', 'option'),
      overwrites: boolean('Whether it takes the place of the rule that has its number.'),
      reports_failure: boolean('Whether its conditions match an error event that the code emits.'),
      found_in: choice('Where it stands.', ['file', 'documentation']),
    },
  },
  element: {
    about: 'An element of an XML file.',
    inFile: true,
    fields: {
      name: text('Its name.'),
      titles: texts('Its name and those around it, from the top.', 'title'),
      attributes: records('Its attributes.', 'attribute'),
      text: text('The text that it holds itself, trimmed, cut to 200 characters.'),
      children: references('The elements that stand in it.', 'element', 'child'),
    },
  },
  manifest: {
    about: 'A file that names the packages that the code needs.',
    inFile: true,
    fields: {
      ecosystem: choice('Where the packages come from.', ecosystems),
      name: text('The name of the file.', 'path'),
      locked: boolean('Whether it is a lock file.'),
      dependencies: references('What it asks for.', 'dependency', 'dependency'),
    },
  },
  dependency: {
    about: 'A package that a manifest asks for.',
    inFile: true,
    fields: {
      name: text('The name of the package, as its ecosystem spells it.'),
      version: optional(text('What is said of its version, as written.')),
      pinned: boolean('Whether exactly one version fits.'),
      scope: choice('What it is needed for.', ['runtime', 'development', 'build', 'optional']),
      manifest: reference('The manifest that asks for it.', 'manifest'),
    },
  },
  secret: {
    about: 'Text that looks like a credential. This fact does not hold the value; other facts of its line may.',
    inFile: true,
    fields: {
      detector: text('The rule that found it.'),
      provider: text('Whom it gives access to, such as "AWS"; "generic" where it cannot be told.'),
      key: optional(text('The name that it is given.')),
      placeholder: boolean('Whether it is an example that has to be replaced.'),
      in_comment: boolean('Whether it stands in a comment, or in a string of Python that is a statement by itself.'),
      redacted: text('What may be shown of it.'),
      entropy: number('Bits a character, rounded to a tenth.'),
    },
  },
  workflow_job: {
    about: 'A job of a GitHub Actions workflow.',
    inFile: true,
    fields: {
      name: text('Its key in the workflow.'),
      uses: optional(text('The workflow that it calls, without its reference.', 'path')),
      reference: optional(text('The branch, tag or commit of that workflow.')),
      pinned: boolean('Whether that workflow is given by a whole commit; a job of its own steps is.'),
      grants: texts('What its token may do, such as "contents: write".', 'grant'),
      grants_stated: boolean(
        'Whether the job or its workflow says what its token may do, be it nothing; without, the default of the repository holds.',
      ),
      secret_names: texts('The secrets that it names.', 'secret_name'),
    },
  },
  workflow_step: {
    about: 'A step of a job of a GitHub Actions workflow.',
    inFile: true,
    fields: {
      name: optional(text('Its name.')),
      uses: optional(text('The action that it runs, without its reference.', 'path')),
      reference: optional(text('The branch, tag or commit of the action.')),
      pinned: boolean('Whether the action is given by a whole commit.'),
      run: optional(text('The commands that it runs, cut to 2,000 characters.')),
      secret_names: texts('The secrets that it names.', 'secret_name'),
      job: reference('The job that it is part of.', 'workflow_job'),
    },
  },
  container_instruction: {
    about: 'An instruction of a Dockerfile.',
    inFile: true,
    fields: {
      name: text('The instruction, in capital letters.'),
      arguments: texts('Its arguments.', 'argument'),
      text: text('The instruction as written, cut to 200 characters.'),
      stage: number('The stage that it belongs to, from 0.'),
      image: optional(
        text('The image that FROM begins with, without tag and digest; none for an earlier stage and for "scratch".'),
      ),
      tag: optional(text('The tag of that image.')),
      digest: optional(
        text('The digest that fixes that image: every container_instruction where image is present must have digest.'),
      ),
      stage_name: optional(text('The name that FROM gives its stage.')),
    },
  },
} as const satisfies { readonly [name: string]: Shape }
