# Compiled by Proviso from the checklist import 1.0.0.

# METADATA
# title: "A sample"
# scope: package
# custom:
#   checklist: "import"
#   version: "1.0.0"
package proviso["import"]

# METADATA
# title: "What each item comes to"
# scope: document
# entrypoint: true
result := {
	"language": 1,
	"checklist": "import",
	"version": "1.0.0",
	"items": {"COUNT": count_3, "COUNT-CHECK-1": count_check_1, "1-A": _1_a},
}

# Parameter own_material: A parameter of two lines
default own_material := "x"

own_material := input.parameters["import"].own_material if is_string(input.parameters["import"].own_material)

# METADATA
# title: "COUNT: Title of COUNT"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
count_3 := without_import

count_3 := judged([count_3_check_1], [], [], false) if not without_import

# METADATA
# title: "COUNT, check 1: no count"
# scope: rule
# custom:
#   source: "sample.checklist:3"
count_3_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_import, []),
	"answer": {
		"examined": count(count_3_check_1_subjects),
		"matched": count(count_3_check_1_violations),
		"evidence": places(count_3_check_1_subjects),
		"findings": count_3_check_1_findings,
	},
} if violated := count(count_3_check_1_violations) > 0

# COUNT, check 1: no count, line 3.
count_3_check_1_subjects := [count_2 | some count_2 in own_imports; is_limit(count_2)]

# COUNT, check 1: no count, line 3.
count_3_check_1_input_by_module := {key: group |
	some key in {input_2.module | some input_2 in own_imports}
	group := [input_2 | some input_2 in own_imports; input_2.module == key]
}

# COUNT, check 1: no count, line 3.
count_3_check_1_some_input(count_2) if {
	some _ in count_3_check_1_input_by_module[count_2.module]
	places_2(count_2)
}

# COUNT, check 1: no count, line 3.
count_3_check_1_violations := [count_2 |
	some count_2 in count_3_check_1_subjects
	count_3_check_1_some_input(count_2)
]

# COUNT, check 1: no count, line 3.
count_3_check_1_finding(count_2) := {
	"at": count_2.at,
	"related": [],
	"message": concat("", [shown_module, " ", shown_limit]),
	"fields": {"module": shown_module, "limit": shown_limit},
} if {
	shown_module := text_of(count_2.module)
	shown_limit := text_of(own_material)
}

# COUNT, check 1: no count, line 3.
count_3_check_1_findings := [count_3_check_1_finding(count_2) |
	some count_2 in shown(count_3_check_1_violations)
]

# METADATA
# title: "COUNT-CHECK-1: Title of COUNT-CHECK-1"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
count_check_1 := without_import

count_check_1 := judged([count_check_1_check_1], [], [], false) if not without_import

# METADATA
# title: "COUNT-CHECK-1, check 1: no import"
# scope: rule
# custom:
#   source: "sample.checklist:3"
count_check_1_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_import, []),
	"answer": {
		"examined": count(own_imports),
		"matched": count(count_check_1_check_1_violations),
		"evidence": places(own_imports),
		"findings": count_check_1_check_1_findings,
	},
} if violated := count(count_check_1_check_1_violations) > 0

# COUNT-CHECK-1, check 1: no import, line 3.
count_check_1_check_1_violations := [import_2 | some import_2 in own_imports; not name_is_in(import_2)]

# COUNT-CHECK-1, check 1: no import, line 3.
count_check_1_check_1_finding(import_2) := {
	"at": import_2.at,
	"related": [],
	"message": "x",
	"fields": {},
}

# COUNT-CHECK-1, check 1: no import, line 3.
count_check_1_check_1_findings := [count_check_1_check_1_finding(import_2) |
	some import_2 in shown(count_check_1_check_1_violations)
]

# METADATA
# title: "1-A: Ünïcode \"\u0085\"\nand lines"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
_1_a := without_import

_1_a := judged([_1_a_check_1], [], [], false) if not without_import

# METADATA
# title: "1-A, check 1: no i"
# scope: rule
# custom:
#   source: "sample.checklist:3"
_1_a_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_import, []),
	"answer": {
		"examined": count(own_imports),
		"matched": count(_1_a_check_1_violations),
		"evidence": places(own_imports),
		"findings": _1_a_check_1_findings,
	},
} if violated := count(_1_a_check_1_violations) > 0

# 1-A, check 1: no i, line 3.
_1_a_check_1_violations := [i_2 | some i_2 in own_imports; i_2.module == "a\\b`c"]

# 1-A, check 1: no i, line 3.
_1_a_check_1_finding(i_2) := {"at": i_2.at, "related": [], "message": "a \"b\"  \n`", "fields": {}}

# 1-A, check 1: no i, line 3.
_1_a_check_1_findings := [_1_a_check_1_finding(i_2) | some i_2 in shown(_1_a_check_1_violations)]

# Definition of limit, in sample.checklist.
is_limit(limit) if limit.module == "os"

# Definition of places, in sample.checklist.
places_2(regex_2) if not has_alias(regex_2)

# Definition of places, in sample.checklist.
has_alias(regex_2) if present(regex_2.alias)

# COUNT-CHECK-1, check 1: no import, line 3.
name_is_in(import_2) if import_2.name == "in"

# What items come to where the document lacks import.
without_import := unjudged("undecided", missing) if {
	missing := lacking(["import"], ["file"])
	count(missing) > 0
}

# A test.
is_test(file) if file.role == "test"

# The repository's own material: not tests, not vendored, not generated.
own_material_2(file) if {
	not is_test(file)
	not file.vendored
	not file.generated
}

# Facts of kind import in the repository's own material.
own_imports := [import_2 | some import_2 in input["import"]; own_material_2(input.file[import_2.file])]

# What could not be read lies in one file.
lies_in_a_file(entry) if input.file[entry.file]

# A template.
is_template(file) if file.role == "template"

# Whether what could not be read lies in the repository's own material; without a file it may lie anywhere.
unread_lies_in_own_material(entry) if not lies_in_a_file(entry)

unread_lies_in_own_material(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	own_material_2(file)
}

# What could not be read in the repository's own material.
unread_own_material := [entry | some entry in input.undecided; unread_lies_in_own_material(entry)]

# What could not be read of import, for check 1 of an item.
unread_import := unread(0, [{"kind": "import", "unread": unread_own_material}])

# Whether the input is a facts document that this module understands.
document_is_known if input.schema == 1

is_extracted(kind) if {
	is_object(input.extracted[kind])
	is_listed(kind)
}

is_listed(kind) if is_array(input[kind])

# Why an item cannot be judged: `kinds` have to be in the document, of `lists` their facts alone.
lacking(_, _) := [{"check": -1, "reason": "this is not a facts document of version 1"}] if not document_is_known

lacking(kinds, lists) := [{"check": -1, "reason": concat("", ["the facts document lacks kind ", kind]), "kind": kind} |
	some missing in [
		[kind | some kind in kinds; not is_extracted(kind)],
		[kind | some kind in lists; not is_listed(kind)],
	]
	some kind in missing
] if document_is_known

# What could not be read, and might hold facts that the check looks at.
unread(check, reaches) := [unread_reason(check, entry, reach.kind) |
	some reach in reaches
	some entry in reach.unread
	reach.kind in entry.kinds
]

unread_reason(check, entry, kind) := {
	"check": check,
	"reason": text_or_unknown([entry.reason | true]),
	"path": entry.path,
	"kind": kind,
}

unread_reason(check, entry, kind) := {
	"check": check,
	"reason": text_or_unknown([entry.reason | true]),
	"kind": kind,
} if not entry.path

# A finding more would change what has none, a finding less what has some.
could_change(violated, adds, _) := adds if not violated

could_change(violated, _, removes) := removes if violated

# What an item comes to. `checks` hold their answers beside what could change them.
judged(checks, reviews, unread_reviews, has_every) := {
	"verdict": verdict(checks, reviews, undecided, has_every),
	"checks": [check.answer | some check in checks],
	"reviews": reviews,
	"undecided": undecided,
} if {
	unread_checks := [check.unread | some check in checks]
	undecided := [reason |
		some part in [unread_checks, unread_reviews]
		some reasons in part
		some reason in reasons
	]
}

# The first that applies: fail, undecided, review, not applicable, pass.
verdict(checks, _, _, _) := "fail" if some_check_fails(checks)

verdict(checks, _, undecided, _) := "undecided" if {
	not some_check_fails(checks)
	count(undecided) > 0
}

verdict(checks, reviews, undecided, _) := "review" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) > 0
}

verdict(checks, reviews, undecided, has_every) := "not applicable" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) == 0
	nothing_examined(checks, has_every)
}

verdict(checks, reviews, undecided, has_every) := "pass" if {
	not some_check_fails(checks)
	count(undecided) == 0
	count(reviews) == 0
	not nothing_examined(checks, has_every)
}

some_check_fails(checks) if {
	some check in checks
	check.violated
	count(check.unread) == 0
}

nothing_examined(checks, has_every) if {
	has_every
	count([1 | some check in checks; check.answer.examined > 0]) == 0
}

unjudged(word, reasons) := {"verdict": word, "checks": [], "reviews": [], "undecided": reasons}

# How many findings a check gives in full.
default limit_2 := 1000

# A whole number cuts.
limit_2 := input.limit if is_array(array.slice([], 0, input.limit))

# Those of a list that are given in full.
shown(list) := array.slice(list, 0, limit_2)

# The places of the first 5.
places(facts) := [fact.at | some fact in array.slice(facts, 0, 5)]

# A value as a message shows it.
default text_of(_) := "(unknown)"

text_of(value) := value if is_string(value)

text_of(value) := json.marshal(value) if is_number(value)

text_of(value) := json.marshal(value) if is_boolean(value)

text_of(value) := "none" if is_null(value)

# Of a field that may be missing: a list of its value, or an empty one.
text_or_unknown(values) := text_of(values[0]) if count(values) > 0

text_or_unknown(values) := "(unknown)" if count(values) == 0

# Defined, whatever it is.
present(_)

# What is said of the items. Only `deny` and `warn`, which Conftest asks for, look here.
about := {
	"COUNT": {"title": "Title of COUNT", "severity": "high", "fixes": [""]},
	"COUNT-CHECK-1": {"title": "Title of COUNT-CHECK-1", "severity": "high", "fixes": [""]},
	"1-A": {"title": "Ünïcode \"\"\nand lines", "severity": "high", "fixes": [""]},
}

# What violates an item.
deny contains {
	"msg": concat("", [
		id,
		" ",
		finding.at.path,
		":",
		json.marshal(finding.at.line),
		":",
		json.marshal(finding.at.column),
		" ",
		finding.message,
	]),
	"_loc": {"file": finding.at.path, "line": finding.at.line},
	"path": finding.at.path,
	"line": finding.at.line,
	"column": finding.at.column,
	"check": i,
	"fix": about[id].fixes[i],
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "fail"
	some i, check in item.checks
	some finding in check.findings
}

# An item that fails, of which no finding can be told: a limit of 0 gives none, and foreign facts may have no place.
deny contains {
	"msg": concat("", [id, " fails; its findings are not given"]),
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "fail"
	count([finding.message |
		some check in item.checks
		some finding in check.findings
		is_string(finding.at.path)
		is_number(finding.at.line)
		is_number(finding.at.column)
	]) == 0
}

# Why an item is undecided.
deny contains {
	"msg": concat("", [id, " is undecided: ", reason.reason]),
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "undecided"
	some reason in item.undecided
	count([1 | is_string(reason.path)]) == 0
}

# The same, of a file.
deny contains {
	"msg": concat("", [id, " is undecided: ", reason.path, " ", reason.reason]),
	"_loc": {"file": reason.path, "line": 1},
	"path": reason.path,
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "undecided"
	some reason in item.undecided
	is_string(reason.path)
}

# What a person has to answer.
warn contains {
	"msg": concat("", [id, " ", review.question]),
	"places": [finding.at | some finding in review.evidence],
	"item": id,
	"title": about[id].title,
	"severity": about[id].severity,
	"verdict": item.verdict,
} if {
	some id, item in result.items
	item.verdict == "review"
	some review in item.reviews
}
