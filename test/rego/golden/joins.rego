# Compiled by Proviso from the checklist sample-checklist 1.0.0.

# METADATA
# title: "A sample"
# scope: package
# custom:
#   checklist: "sample-checklist"
#   version: "1.0.0"
package proviso.sample_checklist

# METADATA
# title: "What each item comes to"
# scope: document
# entrypoint: true
result := {
	"language": 1,
	"checklist": "sample-checklist",
	"version": "1.0.0",
	"items": {"STATE-03": state_03, "RULE-03": rule_03},
}

# METADATA
# title: "STATE-03: Title of STATE-03"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
state_03 := without_call

state_03 := judged([state_03_check_1], [], [], true) if not without_call

# METADATA
# title: "STATE-03, check 1: every written"
# scope: rule
# custom:
#   source: "sample.checklist:3"
state_03_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_call, []),
	"answer": {
		"examined": count(state_03_check_1_subjects),
		"matched": count(state_03_check_1_violations),
		"evidence": places(state_03_check_1_subjects),
		"findings": state_03_check_1_findings,
	},
} if violated := count(state_03_check_1_violations) > 0

# STATE-03, check 1: every written, line 3.
state_03_check_1_subjects := [written | some written in own_calls; written.name == "open"]

# STATE-03, check 1: every written, line 3.
state_03_check_1_replaced_candidates := [replaced |
	some replaced in own_calls
	replaced.name == "replace"
]

# STATE-03, check 1: every written, line 3.
state_03_check_1_replaced_by_function := {key: group |
	some key in {replaced.function | some replaced in state_03_check_1_replaced_candidates}
	group := [replaced | some replaced in state_03_check_1_replaced_candidates; replaced.function == key]
}

# STATE-03, check 1: every written, line 3.
state_03_check_1_some_replaced(written) if {
	some replaced in state_03_check_1_replaced_by_function[written.function]
	is_number(replaced.order)
	is_number(written.order)
	replaced.order > written.order
}

# STATE-03, check 1: every written, line 3.
state_03_check_1_violations := [written |
	some written in state_03_check_1_subjects
	not state_03_check_1_some_replaced(written)
]

# STATE-03, check 1: every written, line 3.
state_03_check_1_finding(written) := {
	"at": written.at,
	"related": [],
	"message": "in place",
	"fields": {},
}

# STATE-03, check 1: every written, line 3.
state_03_check_1_findings := [state_03_check_1_finding(written) |
	some written in shown(state_03_check_1_violations)
]

# METADATA
# title: "RULE-03: Title of RULE-03"
# scope: document
# custom:
#   severity: "high"
#   source: "sample.checklist:2"
#   section: "Section"
rule_03 := without_wazuh_rule

rule_03 := judged([rule_03_check_1], [], [], false) if not without_wazuh_rule

# METADATA
# title: "RULE-03, check 1: no one"
# scope: rule
# custom:
#   source: "sample.checklist:3"
rule_03_check_1 := {
	"violated": violated,
	"unread": could_change(violated, unread_wazuh_rule, []),
	"answer": {
		"examined": count(own_wazuh_rule_indices),
		"matched": count(rule_03_check_1_violations),
		"evidence": [one.at |
			some one_index in array.slice(own_wazuh_rule_indices, 0, 5)
			one := input.wazuh_rule[one_index]
		],
		"findings": rule_03_check_1_findings,
	},
} if violated := count(rule_03_check_1_violations) > 0

# RULE-03, check 1: no one, line 3.
rule_03_check_1_other_by_id := {key: group |
	some key in {input.wazuh_rule[other_index].id | some other_index in own_wazuh_rule_indices}
	group := [other_index |
		some other_index in own_wazuh_rule_indices
		input.wazuh_rule[other_index].id == key
	]
}

# RULE-03, check 1: no one, line 3.
rule_03_check_1_some_other(one, one_index) if {
	some other_index in rule_03_check_1_other_by_id[one.id]
	not other_is_one(one_index, other_index)
}

# RULE-03, check 1: no one, line 3.
rule_03_check_1_violations := [one_index |
	some one_index in own_wazuh_rule_indices
	one := input.wazuh_rule[one_index]
	rule_03_check_1_some_other(one, one_index)
]

# RULE-03, check 1: no one, line 3.
rule_03_check_1_finding(one) := {
	"at": one.at,
	"related": [],
	"message": concat("", ["Rule ", shown_id, " is defined twice"]),
	"fields": {"id": shown_id},
} if shown_id := text_of(one.id)

# RULE-03, check 1: no one, line 3.
rule_03_check_1_findings := [rule_03_check_1_finding(one) |
	some one_index in shown(rule_03_check_1_violations)
	one := input.wazuh_rule[one_index]
]

# RULE-03, check 1: no one, line 3.
other_is_one(one_index, other_index) if other_index == one_index

# What items come to where the document lacks call.
without_call := unjudged("undecided", missing) if {
	missing := lacking(["call"], ["file"])
	count(missing) > 0
}

# A test.
is_test(file) if file.role == "test"

# The repository's own material: not tests, not vendored, not generated.
own_material(file) if {
	not is_test(file)
	not file.vendored
	not file.generated
}

# Facts of kind call in the repository's own material.
own_calls := [call | some call in input.call; own_material(input.file[call.file])]

# What could not be read lies in one file.
lies_in_a_file(entry) if input.file[entry.file]

# A template.
is_template(file) if file.role == "template"

# Whether what could not be read lies in the repository's own material; without a file it may lie anywhere.
unread_lies_in_own_material(entry) if not lies_in_a_file(entry)

unread_lies_in_own_material(entry) if {
	file := input.file[entry.file]
	not is_template(file)
	own_material(file)
}

# What could not be read in the repository's own material.
unread_own_material := [entry | some entry in input.undecided; unread_lies_in_own_material(entry)]

# What could not be read of call, for check 1 of an item.
unread_call := unread(0, [{"kind": "call", "unread": unread_own_material}])

# What items come to where the document lacks wazuh_rule.
without_wazuh_rule := unjudged("undecided", missing) if {
	missing := lacking(["wazuh_rule"], ["file"])
	count(missing) > 0
}

# Indices of facts of kind wazuh_rule in the repository's own material.
own_wazuh_rule_indices := [wazuh_rule_index |
	some wazuh_rule_index, wazuh_rule in input.wazuh_rule
	own_material(input.file[wazuh_rule.file])
]

# What could not be read of wazuh_rule, for check 1 of an item.
unread_wazuh_rule := unread(0, [{"kind": "wazuh_rule", "unread": unread_own_material}])

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
default limit := 1000

# A whole number cuts.
limit := input.limit if is_array(array.slice([], 0, input.limit))

# Those of a list that are given in full.
shown(list) := array.slice(list, 0, limit)

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

# What is said of the items. Only `deny` and `warn`, which Conftest asks for, look here.
about := {
	"STATE-03": {"title": "Title of STATE-03", "severity": "high", "fixes": [""]},
	"RULE-03": {"title": "Title of RULE-03", "severity": "high", "fixes": [""]},
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
