/**
 * The part of SARIF 2.1.0 (OASIS, errata 01) that Proviso writes. Narrower than the schema: what GitHub needs is
 * required here, and a level goes with a failure only.
 */
export interface Log {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [Run]
}

/** A log of mistakes in checklists, whose rules are the codes of diagnostics. */
export interface MistakesLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [
    Omit<Run, 'tool' | 'taxonomies' | 'properties'> & {
      readonly tool: {
        readonly driver: Pick<Driver, 'name' | 'version' | 'semanticVersion'> & {
          readonly rules: readonly Pick<Rule, 'id' | 'shortDescription'>[]
        }
      }
    },
  ]
}

export interface Run {
  readonly tool: { readonly driver: Driver }
  readonly automationDetails: { readonly id: string }
  readonly columnKind: 'utf16CodeUnits'
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: Message }>>
  readonly invocations: readonly [Invocation]
  readonly taxonomies?: readonly Taxonomy[]
  readonly properties: {
    /** How many files are no material of the repository's own. */
    readonly leftOut: { readonly vendored: number; readonly generated: number; readonly tests: number }
  }
  readonly results: readonly Result[]
}

export interface Message {
  readonly text: string
  readonly markdown?: string
}

export interface Driver {
  readonly name: string
  readonly version: string
  readonly semanticVersion: string
  readonly rules: readonly Rule[]
  readonly notifications: readonly NotificationDescriptor[]
  readonly supportedTaxonomies?: readonly ComponentReference[]
}

export type Level = 'note' | 'warning' | 'error'

export interface Rule {
  readonly id: string
  readonly name: string
  readonly deprecatedIds?: readonly string[]
  readonly shortDescription: Message
  readonly fullDescription: Message
  readonly help: Message
  readonly helpUri?: string
  readonly defaultConfiguration: { readonly level: Level }
  readonly relationships?: readonly Relationship[]
  readonly properties: {
    readonly tags: readonly string[]
    readonly precision: 'very-high' | 'high' | 'medium' | 'low'
    readonly 'problem.severity': 'error' | 'warning' | 'recommendation'
    readonly 'security-severity': string
  }
}

/** That a rule has to do with an entry of a taxonomy. */
export interface Relationship {
  readonly target: { readonly id: string; readonly toolComponent: ComponentReference }
  readonly kinds: readonly ['relevant']
}

/** A taxonomy by its place in the run. */
export interface ComponentReference {
  readonly name: string
  readonly index: number
  readonly guid: string
}

export interface NotificationDescriptor {
  readonly id: string
  readonly name: string
  readonly shortDescription: Message
  readonly fullDescription: Message
  readonly help: Message
}

export interface Invocation {
  readonly executionSuccessful: boolean
  readonly toolExecutionNotifications: readonly Notification[]
  readonly toolConfigurationNotifications?: readonly Notification[]
}

export interface Notification {
  readonly descriptor: { readonly id: string; readonly index?: number }
  readonly level: Level
  readonly message: Message
  readonly locations?: readonly Location[]
}

export interface Taxonomy {
  readonly name: string
  readonly version?: string
  readonly guid: string
  readonly organization: string
  readonly shortDescription: Message
  readonly informationUri: string
  readonly isComprehensive: false
  readonly taxa: readonly { readonly id: string; readonly shortDescription?: Message; readonly helpUri: string }[]
}

export interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind: 'fail' | 'open' | 'review' | 'notApplicable' | 'pass'
  readonly level: Level | 'none'
  readonly message: Message
  readonly locations: readonly [Location]
  readonly relatedLocations?: readonly Location[]
  readonly codeFlows?: readonly CodeFlow[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly properties?: Readonly<Record<string, string>>
}

/** The way of a value, one thread. */
export interface CodeFlow {
  readonly threadFlows: readonly [{ readonly locations: readonly { readonly location: Location }[] }]
}

export interface Location {
  readonly id?: number
  readonly physicalLocation: PhysicalLocation
  readonly message?: Message
}

export interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
  readonly region: Region
}

export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}
